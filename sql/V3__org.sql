-- The organisation tree. Members stand in branches only.

CREATE TABLE organisation (
  id         BIGINT       NOT NULL PRIMARY KEY,
  parent_id  BIGINT       NULL,
  kind       VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  name       VARCHAR(100) NOT NULL,
  short_name VARCHAR(60)  NOT NULL,
  code       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  initials   VARCHAR(60)  CHARACTER SET ascii NOT NULL COMMENT 'pinyin initials of the short name, for search',
  path       VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '/root/…/own id/',
  UNIQUE KEY organisation_code (code),
  UNIQUE KEY organisation_path (path),
  KEY organisation_parent (parent_id),
  CONSTRAINT organisation_kind CHECK
    (kind IN ('LEADING_ORGAN', 'COMMITTEE', 'WORK_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE university (
  id   BIGINT       NOT NULL PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  UNIQUE KEY university_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
