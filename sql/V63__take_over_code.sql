-- 接管码: with it somebody becomes the account of an organisation whose own is lost, or has none. Only a keyed hash is kept.

CREATE TABLE take_over_code (
  id              BIGINT      NOT NULL PRIMARY KEY,
  organisation_id BIGINT      NOT NULL,
  code_blind      BINARY(32)  NOT NULL,
  issued_by       VARCHAR(80) CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  issued_at       DATETIME(3) NOT NULL,
  expires_at      DATETIME(3) NOT NULL,
  ended_at        DATETIME(3) NULL COMMENT 'used, or replaced by a newer one',
  used_by         BIGINT      NULL COMMENT 'the organisation account made with it',
  live_organisation BIGINT    AS (CASE WHEN ended_at IS NULL THEN organisation_id END) STORED,
  UNIQUE KEY take_over_code_live (live_organisation),
  UNIQUE KEY take_over_code_blind (code_blind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
