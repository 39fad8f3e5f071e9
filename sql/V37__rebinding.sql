-- 换绑: an account moves to another phone, with the branch's agreement or by its owner. Both numbers rest sealed.

CREATE TABLE rebinding (
  id               BIGINT         NOT NULL PRIMARY KEY,
  account_id       BIGINT         NOT NULL COMMENT 'whose phone changes',
  registration_id  BIGINT         NULL COMMENT 'null: changed by its owner, nobody had to agree',
  state            VARCHAR(10)    CHARACTER SET ascii NOT NULL,
  old_phone_sealed VARBINARY(160) NOT NULL,
  new_phone_sealed VARBINARY(160) NOT NULL,
  new_phone_blind  BINARY(32)     NOT NULL,
  ticket_blind     BINARY(32)     NULL COMMENT 'of what the requester keeps to ask again',
  asked_at         DATETIME(3)    NOT NULL,
  expires_at       DATETIME(3)    NULL,
  ended_at         DATETIME(3)    NULL,
  decided_by       VARCHAR(60)    NULL,
  reason           VARCHAR(200)   NULL,
  live_account     BIGINT         AS (CASE WHEN state = 'PENDING' THEN account_id END) STORED,
  live_phone       BINARY(32)     AS (CASE WHEN state = 'PENDING' THEN new_phone_blind END) STORED,
  UNIQUE KEY rebinding_live_account (live_account),
  UNIQUE KEY rebinding_live_phone (live_phone),
  UNIQUE KEY rebinding_ticket (ticket_blind),
  KEY rebinding_account (account_id, id),
  CONSTRAINT rebinding_state CHECK (state IN
    ('PENDING', 'APPROVED', 'RETURNED', 'WITHDRAWN', 'REFUSED', 'EXPIRED', 'CHANGED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- How often a phone, a document or an address asked; found by blind index, whether or not anybody has it.
CREATE TABLE rebinding_pace (
  who   BINARY(32)  NOT NULL PRIMARY KEY,
  since DATETIME(3) NOT NULL,
  asked INT         NOT NULL,
  KEY rebinding_pace_age (since)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
