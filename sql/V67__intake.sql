-- Members brought in from an Excel sheet: each line is checked first, and brought in when somebody says so.

CREATE TABLE intake (
  id              BIGINT      NOT NULL PRIMARY KEY,
  actor           VARCHAR(80) NOT NULL,
  organisation_id BIGINT      NOT NULL,
  state           VARCHAR(10) CHARACTER SET ascii NOT NULL,
  created_at      DATETIME(3) NOT NULL,
  KEY intake_age (created_at),
  CONSTRAINT intake_state CHECK (state IN ('CHECKING', 'CHECKED', 'CONFIRMED', 'DONE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE intake_line (
  intake_id       BIGINT          NOT NULL,
  line_no         INT             NOT NULL COMMENT 'as Excel counts',
  state           VARCHAR(10)     CHARACTER SET ascii NOT NULL,
  cells_sealed    VARBINARY(8000) NOT NULL,
  fault           VARCHAR(500)    NULL COMMENT 'for people; numbers masked',
  registration_id BIGINT          NULL,
  PRIMARY KEY (intake_id, line_no),
  CONSTRAINT intake_line_state CHECK (state IN ('NEW', 'GOOD', 'BAD', 'DONE', 'FAILED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
