-- Transfers by the organisations they touch: each once for every organisation above either side, so that any subtree's list is
-- a few ranges of one index.

CREATE TABLE transfer_line (
  organisation_id BIGINT      NOT NULL COMMENT 'of either side, or any organisation above it',
  transfer_id     BIGINT      NOT NULL,
  direction       VARCHAR(6)  CHARACTER SET ascii NOT NULL COMMENT 'WITHIN: both sides are below it',
  phase           VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'of an open one where it waits, else its state',
  started_at      DATETIME(3) NOT NULL,
  name_blind      BINARY(32)  NOT NULL,
  PRIMARY KEY (organisation_id, transfer_id),
  KEY transfer_line_phase (organisation_id, direction, phase, started_at, transfer_id),
  KEY transfer_line_name (organisation_id, name_blind, started_at, transfer_id),
  KEY transfer_line_transfer (transfer_id),
  CONSTRAINT transfer_line_direction CHECK (direction IN ('OUT', 'IN', 'WITHIN')),
  CONSTRAINT transfer_line_phase CHECK (phase IN
    ('HERE', 'BELOW', 'AWAY', 'DONE', 'RETURNED', 'WITHDRAWN', 'EXPIRED', 'STOPPED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
