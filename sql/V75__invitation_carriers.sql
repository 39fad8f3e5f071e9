-- What carries an invitation: the official account's code (for 30 days, or one of the 100 000 that last), the
-- mini-program's code, or an address of ours. And what it is for, when it is for a campaign.

ALTER TABLE invitation
  ADD COLUMN carrier VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'OA_TEMPORARY',
  ADD COLUMN title   VARCHAR(60) NULL COMMENT 'of a campaign',
  ADD COLUMN picture MEDIUMBLOB  NULL COMMENT 'MINI_PROGRAM: the code as the platform drew it',
  ADD CONSTRAINT invitation_carrier CHECK (carrier IN ('OA_TEMPORARY', 'OA_PERMANENT', 'MINI_PROGRAM', 'LINK'));
