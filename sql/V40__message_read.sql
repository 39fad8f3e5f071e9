-- How far each account has read what it was told (registration_step).

CREATE TABLE message_read (
  account_id BIGINT NOT NULL PRIMARY KEY,
  up_to      BIGINT NOT NULL COMMENT 'id of the newest step that was seen'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
