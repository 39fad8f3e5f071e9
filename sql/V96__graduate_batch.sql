-- Many transfers at once: each member is a line, checked first and started when somebody says so.

CREATE TABLE graduate_batch (
  id              BIGINT      NOT NULL PRIMARY KEY,
  actor           VARCHAR(80) NOT NULL,
  organisation_id BIGINT      NOT NULL,
  state           VARCHAR(10) CHARACTER SET ascii NOT NULL,
  wish_sealed     VARBINARY(4000) NULL COMMENT 'JSON: where to and why, one for all; null: each line has its own',
  created_at      DATETIME(3) NOT NULL,
  KEY graduate_batch_seat (actor, organisation_id, id),
  KEY graduate_batch_age (created_at),
  CONSTRAINT graduate_batch_state CHECK (state IN ('CHECKING', 'CHECKED', 'CONFIRMED', 'DONE', 'CANCELLED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE graduate_line (
  batch_id        BIGINT       NOT NULL,
  line_no         INT          NOT NULL COMMENT 'of a sheet as Excel counts',
  state           VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  cells_sealed    VARBINARY(8000) NULL COMMENT 'JSON: a line of a sheet',
  registration_id BIGINT       NULL,
  code            VARCHAR(40)  CHARACTER SET ascii NULL COMMENT 'the first thing that stands in the way',
  fault           VARCHAR(500) NULL COMMENT 'all of it, for people; numbers masked',
  transfer_id     BIGINT       NULL,
  PRIMARY KEY (batch_id, line_no),
  UNIQUE KEY graduate_line_member (batch_id, registration_id),
  KEY graduate_line_state (batch_id, state),
  KEY graduate_line_registration (registration_id),
  CONSTRAINT graduate_line_states CHECK (state IN ('NEW', 'GOOD', 'BAD', 'STARTED', 'FAILED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
