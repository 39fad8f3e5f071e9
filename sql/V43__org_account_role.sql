-- What an organisation account may do at the console: operation, security and audit are in different hands.

ALTER TABLE org_account
  ADD COLUMN role VARCHAR(10) CHARACTER SET ascii NOT NULL DEFAULT 'ADMIN',
  ADD CONSTRAINT org_account_role CHECK (role IN ('ADMIN', 'OPERATOR', 'VIEWER', 'SECURITY', 'AUDITOR'));
