-- An organisation account ends when another takes the organisation over, or the organisation closes. Its login is free again.

ALTER TABLE org_account
  ADD COLUMN ended_at DATETIME(3) NULL,
  ADD COLUMN live_login VARCHAR(40) CHARACTER SET ascii COLLATE ascii_general_ci
             AS (CASE WHEN ended_at IS NULL THEN login END) STORED,
  DROP KEY org_account_login,
  ADD UNIQUE KEY org_account_live_login (live_login),
  ADD KEY org_account_organisation (organisation_id);
