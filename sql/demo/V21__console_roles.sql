-- The province's accounts, each power in its own hands, and a committee's account that only looks. All: Demo-2026-tuan.

INSERT INTO org_account (id, organisation_id, login, password_hash, role)
SELECT 321, 1, 'nl-tuanwei', password_hash, 'ADMIN' FROM org_account WHERE id = 301
UNION ALL SELECT 322, 1, 'nl-anquan', password_hash, 'SECURITY' FROM org_account WHERE id = 301
UNION ALL SELECT 323, 1, 'nl-shenji', password_hash, 'AUDITOR' FROM org_account WHERE id = 301
UNION ALL SELECT 324, 100, 'sx-chakan', password_hash, 'VIEWER' FROM org_account WHERE id = 301;
