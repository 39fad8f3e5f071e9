-- Codes for more than registering, how often they are asked for, and where an account is signed in.

ALTER TABLE sms_code
  ADD COLUMN purpose VARCHAR(16) CHARACTER SET ascii NOT NULL DEFAULT 'REGISTER',
  ADD COLUMN asked_from BINARY(32) NULL COMMENT 'blind index of the network address; null: not counted',
  DROP KEY sms_code_phone,
  ADD KEY sms_code_phone (phone_blind, purpose, id),
  ADD KEY sms_code_address (asked_from, created_at);

-- One row for each phone and address that asked: whoever changes it goes first, so two at once are told apart.
CREATE TABLE sms_pace (
  who     BINARY(32)  NOT NULL PRIMARY KEY,
  last_at DATETIME(3) NOT NULL,
  asker   BIGINT      NOT NULL COMMENT 'who was let through last'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE account_device (
  id         BIGINT      NOT NULL PRIMARY KEY,
  account_id BIGINT      NOT NULL,
  label      VARCHAR(60) NOT NULL,
  opened_at  DATETIME(3) NOT NULL,
  seen_at    DATETIME(3) NOT NULL,
  ended_at   DATETIME(3) NULL,
  KEY account_device_account (account_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
