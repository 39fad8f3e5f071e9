-- One row per pair of name and number: a pair that failed is never sent again.

CREATE TABLE realname_check (
  id              BIGINT         NOT NULL PRIMARY KEY,
  pair_blind      BINARY(32)     NOT NULL,
  name            VARCHAR(100)   NOT NULL,
  document_sealed VARBINARY(160) NOT NULL,
  state           VARCHAR(10)    CHARACTER SET ascii NOT NULL,
  last_result     VARCHAR(12)    CHARACTER SET ascii NULL,
  mismatches      INT            NOT NULL DEFAULT 0,
  attempts        INT            NOT NULL DEFAULT 0,
  started_at      DATETIME(3)    NOT NULL,
  settled_at      DATETIME(3)    NULL,
  UNIQUE KEY realname_pair (pair_blind),
  CONSTRAINT realname_state CHECK (state IN ('CHECKING', 'PASSED', 'FAILED', 'OFFLINE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
