-- 学社衔接: when the members of a branch graduate, or why they don't; and who of them is an exception.

CREATE TABLE graduation (
  branch_id   BIGINT       NOT NULL PRIMARY KEY,
  month       CHAR(7)      CHARACTER SET ascii NULL,
  none        VARCHAR(8)   CHARACTER SET ascii NULL COMMENT 'why there is no month',
  marked_name VARCHAR(100) NOT NULL,
  marked_at   DATETIME(3)  NOT NULL,
  CONSTRAINT graduation_none CHECK (none IN ('TEACHERS', 'MIXED')),
  CONSTRAINT graduation_either CHECK ((month IS NULL) <> (none IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- It holds for as long as the member is in that branch.
CREATE TABLE graduation_mark (
  registration_id BIGINT       NOT NULL PRIMARY KEY,
  branch_id       BIGINT       NOT NULL,
  kind            VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  month           CHAR(7)      CHARACTER SET ascii NULL COMMENT 'when they graduate instead',
  marked_name     VARCHAR(100) NOT NULL,
  marked_at       DATETIME(3)  NOT NULL,
  KEY graduation_mark_branch (branch_id),
  CONSTRAINT graduation_mark_kind CHECK (kind IN ('DELAYED', 'STAYS')),
  CONSTRAINT graduation_mark_month CHECK ((kind = 'DELAYED') = (month IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
