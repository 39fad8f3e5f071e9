-- A phone number is an account. Numbers are sealed; the blind index finds them.

CREATE TABLE account (
  id            BIGINT         NOT NULL PRIMARY KEY,
  phone_sealed  VARBINARY(160) NOT NULL,
  phone_blind   BINARY(32)     NOT NULL,
  password_hash VARCHAR(200)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  university_id BIGINT         NOT NULL,
  created_at    DATETIME(3)    NOT NULL,
  UNIQUE KEY account_phone (phone_blind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE account_openid (
  app        VARCHAR(20) CHARACTER SET ascii NOT NULL,
  openid     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id BIGINT      NOT NULL,
  PRIMARY KEY (app, openid),
  KEY account_openid_account (account_id),
  CONSTRAINT account_openid_app CHECK (app IN ('OFFICIAL_ACCOUNT', 'MINI_PROGRAM'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE sms_code (
  id           BIGINT         NOT NULL PRIMARY KEY,
  phone_blind  BINARY(32)     NOT NULL,
  phone_sealed VARBINARY(160) NOT NULL,
  code_sealed  VARBINARY(160) NOT NULL,
  tries        INT            NOT NULL DEFAULT 0,
  expires_at   DATETIME(3)    NOT NULL,
  used_at      DATETIME(3)    NULL,
  created_at   DATETIME(3)    NOT NULL,
  KEY sms_code_phone (phone_blind, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
