-- The committee's console account of the default run: sx-tuanwei / Demo-2026-tuan.

INSERT INTO org_account (id, organisation_id, login, password_hash) VALUES
  (301, 100, 'sx-tuanwei',
   '$argon2id$v=19$m=19456,t=2,p=1$3Rs3qfyRABq/iUY6sVJSCQ$SdcMEdCujLwARTYIwxiTEAqboDO+5ABLWb5QraJiO4c');
