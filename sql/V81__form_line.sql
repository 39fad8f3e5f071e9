-- Who has a form and who lacks one: each member once for every organisation above, so that any subtree is one range of one index.

CREATE TABLE form_line (
  organisation_id BIGINT       NOT NULL COMMENT 'the branch, or any organisation above it',
  registration_id BIGINT       NOT NULL,
  state           VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  due             DATE         NOT NULL COMMENT '30 days after the approval; 9999-12-31: joined before 2020, no deadline',
  name            VARCHAR(100) NOT NULL COMMENT 'normal form',
  PRIMARY KEY (organisation_id, registration_id),
  KEY form_line_state (organisation_id, state, due, registration_id),
  KEY form_line_name (organisation_id, name, registration_id),
  KEY form_line_registration (registration_id),
  CONSTRAINT form_line_state CHECK (state IN ('MISSING', 'FORMAL', 'WAITING'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- How many, by deadline: what is overdue today is a sum over days. The slots keep all the province's moves off one row.
CREATE TABLE form_count (
  organisation_id BIGINT     NOT NULL,
  state           VARCHAR(8) CHARACTER SET ascii NOT NULL,
  due             DATE       NOT NULL,
  slot            TINYINT    NOT NULL COMMENT 'registration id modulo 16',
  members         BIGINT     NOT NULL,
  PRIMARY KEY (organisation_id, state, due, slot)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO form_line (organisation_id, registration_id, state, due, name)
SELECT l.organisation_id, l.registration_id, 'MISSING',
  CASE WHEN l.join_month >= '2020-01' AND r.decided_at IS NOT NULL
    THEN DATE(r.decided_at + INTERVAL 8 HOUR) + INTERVAL 30 DAY ELSE DATE '9999-12-31' END,
  l.name
FROM member_line l JOIN registration r ON r.id = l.registration_id
WHERE l.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED');

INSERT INTO form_count (organisation_id, state, due, slot, members)
SELECT organisation_id, state, due, MOD(registration_id, 16), COUNT(*) FROM form_line
GROUP BY organisation_id, state, due, MOD(registration_id, 16);
