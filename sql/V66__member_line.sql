-- 我的团员: each registration once for every organisation above it, so that a list of any subtree is one range of one index.

CREATE TABLE member_line (
  organisation_id BIGINT       NOT NULL COMMENT 'the branch, or any organisation above it',
  registration_id BIGINT       NOT NULL,
  state           VARCHAR(14)  CHARACTER SET ascii NOT NULL,
  real_name       VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  education       VARCHAR(4)   CHARACTER SET ascii NULL,
  ethnicity       VARCHAR(4)   CHARACTER SET ascii NULL,
  political       VARCHAR(4)   CHARACTER SET ascii NULL,
  join_month      CHAR(7)      CHARACTER SET ascii NULL,
  submitted_at    DATETIME(3)  NULL,
  name            VARCHAR(100) NOT NULL COMMENT 'normal form',
  PRIMARY KEY (organisation_id, registration_id),
  KEY member_line_state (organisation_id, state, registration_id),
  KEY member_line_name (organisation_id, name, registration_id),
  KEY member_line_registration (registration_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- How many there are, written in the transaction of every move. The slots keep all the province's moves off one row.
CREATE TABLE member_count (
  organisation_id BIGINT      NOT NULL,
  state           VARCHAR(14) CHARACTER SET ascii NOT NULL,
  slot            TINYINT     NOT NULL COMMENT 'registration id modulo 16',
  members         BIGINT      NOT NULL,
  PRIMARY KEY (organisation_id, state, slot)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO member_line (organisation_id, registration_id, state, real_name, education, ethnicity, political, join_month,
  submitted_at, name)
WITH RECURSIVE above (branch_id, organisation_id) AS (
  SELECT id, id FROM organisation WHERE kind = 'BRANCH'
  UNION ALL
  SELECT a.branch_id, o.parent_id FROM above a JOIN organisation o ON o.id = a.organisation_id WHERE o.parent_id IS NOT NULL
)
SELECT a.organisation_id, r.id, r.state, COALESCE(c.state, 'FAILED'), r.full_time_education, r.ethnicity, r.political,
  r.join_month, r.submitted_at, r.name
FROM registration r
JOIN above a ON a.branch_id = r.branch_id
LEFT JOIN realname_check c ON c.id = r.realname_id
WHERE r.state <> 'DRAFT' AND r.name IS NOT NULL;

INSERT INTO member_count (organisation_id, state, slot, members)
SELECT organisation_id, state, MOD(registration_id, 16), COUNT(*) FROM member_line
GROUP BY organisation_id, state, MOD(registration_id, 16);

ALTER TABLE registration ADD KEY registration_document (document_blind), ADD KEY registration_number (member_number);

-- How many numbers a seat has looked at in clear today.
CREATE TABLE reveal_count (
  actor VARCHAR(80) NOT NULL,
  day   DATE        NOT NULL COMMENT 'China time',
  used  INT         NOT NULL,
  PRIMARY KEY (actor, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
