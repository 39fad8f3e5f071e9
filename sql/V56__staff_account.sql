-- Operators are added by the phone of their own account; they need not be in WeChat Work.

ALTER TABLE staff
  ADD account_id BIGINT NULL COMMENT 'the account whose phone opens the console for this person',
  ADD UNIQUE KEY staff_account (account_id),
  MODIFY wecom_userid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_general_ci NULL COMMENT 'the platform ignores case';
