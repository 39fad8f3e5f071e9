-- Accounts elsewhere (广东青年之声, 共青团一号通) that open an account here. Whose they are there is kept as a blind index only.

CREATE TABLE account_linked (
  id            BIGINT      NOT NULL PRIMARY KEY,
  account_id    BIGINT      NOT NULL,
  provider      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_blind BINARY(32)  NOT NULL COMMENT 'of issuer and subject',
  linked_at     DATETIME(3) NOT NULL,
  UNIQUE KEY account_linked_subject (subject_blind),
  UNIQUE KEY account_linked_provider (account_id, provider)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
