-- Ceremonies and oaths of whole subtrees: each once for every organisation above, so that any subtree is one range of one index.

CREATE TABLE ceremony_line (
  organisation_id BIGINT      NOT NULL COMMENT 'who held it, or any organisation above',
  ceremony_id     BIGINT      NOT NULL,
  held_at         DATETIME(3) NOT NULL,
  oaths           INT         NOT NULL,
  PRIMARY KEY (organisation_id, ceremony_id),
  KEY ceremony_line_time (organisation_id, held_at, ceremony_id, oaths),
  KEY ceremony_line_ceremony (ceremony_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE oath_line (
  organisation_id BIGINT       NOT NULL COMMENT 'the branch, or any organisation above it',
  registration_id BIGINT       NOT NULL,
  taken           TINYINT      NOT NULL,
  join_month      CHAR(7)      CHARACTER SET ascii NOT NULL COMMENT 'empty when nobody knows',
  name            VARCHAR(100) NOT NULL COMMENT 'normal form',
  PRIMARY KEY (organisation_id, registration_id),
  KEY oath_line_month (organisation_id, taken, join_month, registration_id),
  KEY oath_line_name (organisation_id, name, registration_id),
  KEY oath_line_registration (registration_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- How many, by the year they joined in. The slots keep all the province's moves off one row.
CREATE TABLE oath_count (
  organisation_id BIGINT  NOT NULL,
  join_year       CHAR(4) CHARACTER SET ascii NOT NULL,
  taken           TINYINT NOT NULL,
  slot            TINYINT NOT NULL COMMENT 'registration id modulo 16',
  members         BIGINT  NOT NULL,
  PRIMARY KEY (organisation_id, join_year, taken, slot)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO oath_line (organisation_id, registration_id, taken, join_month, name)
SELECT organisation_id, registration_id, 0, COALESCE(join_month, ''), name
FROM member_line WHERE state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED');

INSERT INTO oath_count (organisation_id, join_year, taken, slot, members)
SELECT organisation_id, SUBSTRING(join_month, 1, 4), 0, MOD(registration_id, 16), COUNT(*) FROM oath_line
GROUP BY organisation_id, SUBSTRING(join_month, 1, 4), MOD(registration_id, 16);
