-- Files whose rows are gone: dropped from the store by a sweeper, again and again until it worked.

CREATE TABLE leftover (
  object_key VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'an id, nothing of a person',
  next_at    DATETIME(3)  NOT NULL,
  attempts   INT          NOT NULL DEFAULT 0,
  KEY leftover_next (next_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

ALTER TABLE invitation_scan ADD KEY invitation_scan_openid (openid);

-- Whose checks they were is asked when somebody is erased.
ALTER TABLE realname_check ADD KEY realname_check_account (account_id);
