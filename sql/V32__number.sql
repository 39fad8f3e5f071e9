-- Whose a member number is: one row for each number in use. A number is free when it has no row.

CREATE TABLE number_use (
  number          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  registration_id BIGINT      NOT NULL,
  state           VARCHAR(10) CHARACTER SET ascii NOT NULL,
  verified        TINYINT     NOT NULL DEFAULT 0 COMMENT '1: in a segment allocated to the branch; 0: only paper proves it',
  since           DATETIME(3) NOT NULL,
  KEY number_use_registration (registration_id),
  CONSTRAINT number_use_state CHECK (state IN ('RESERVED', 'USED', 'VOID'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO number_use (number, registration_id, state, since)
  SELECT member_number, id, CASE WHEN state = 'APPROVED' THEN 'USED' ELSE 'RESERVED' END, COALESCE(decided_at, submitted_at)
  FROM registration WHERE state IN ('PENDING', 'APPROVED') AND member_number IS NOT NULL;

ALTER TABLE registration DROP KEY registration_live_number;
ALTER TABLE registration DROP COLUMN live_number;
