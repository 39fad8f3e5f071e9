-- Whoever sits at the console may issue an invitation, not only an organisation account.

ALTER TABLE invitation
  MODIFY COLUMN issued_by VARCHAR(80) CHARACTER SET ascii NOT NULL COMMENT 'kind:id';

UPDATE invitation SET issued_by = CONCAT('org-account:', issued_by);
