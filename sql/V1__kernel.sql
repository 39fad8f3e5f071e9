-- What every room leans on: which data keys sealed this database, who did what, and answers kept for repeated requests.

CREATE TABLE key_check (
  key_id      VARCHAR(16)  CHARACTER SET ascii NOT NULL PRIMARY KEY,
  check_value BINARY(32)   NOT NULL COMMENT 'HMAC of a constant: tells a wrong key file before it harms anything',
  created_at  DATETIME(3)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE audit (
  id           BIGINT       NOT NULL PRIMARY KEY,
  happened_at  DATETIME(3)  NOT NULL,
  actor        VARCHAR(80)  NOT NULL COMMENT 'kind:id, never a name or number of a person',
  action       VARCHAR(60)  NOT NULL,
  subject_kind VARCHAR(40)  NOT NULL,
  subject_id   BIGINT       NOT NULL,
  detail       VARCHAR(200) NULL,
  KEY audit_subject (subject_kind, subject_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE idempotency (
  caller       VARCHAR(80)  CHARACTER SET ascii NOT NULL,
  idem_key     BINARY(32)   NOT NULL COMMENT 'SHA-256 of the Idempotency-Key header',
  request_hash BINARY(32)   NOT NULL,
  answer       VARBINARY(20000) NULL COMMENT 'sealed; written in the transaction of the effect',
  created_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (caller, idem_key),
  KEY idempotency_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
