-- 入团仪式. Who held it keeps it, whatever becomes of its members; a member has one oath, and keeps it.

CREATE TABLE ceremony (
  id              BIGINT       NOT NULL PRIMARY KEY,
  organisation_id BIGINT       NOT NULL COMMENT 'who held it',
  held_at         DATETIME(3)  NOT NULL,
  place           VARCHAR(100) NOT NULL,
  theme           VARCHAR(100) NOT NULL,
  host            VARCHAR(60)  NOT NULL,
  oath_leader     VARCHAR(60)  NOT NULL,
  superior        VARCHAR(60)  NULL COMMENT 'who attended for the superior',
  attendance      INT          NOT NULL,
  programme       VARCHAR(200) CHARACTER SET ascii NOT NULL COMMENT 'what was done, in the official order, with commas',
  note            VARCHAR(500) NULL,
  recorded_by     VARCHAR(80)  CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  recorded_name   VARCHAR(100) NOT NULL,
  recorded_at     DATETIME(3)  NOT NULL,
  version         INT          NOT NULL DEFAULT 0,
  deleted         TINYINT      NOT NULL DEFAULT 0 COMMENT '1: stays for its history alone',
  KEY ceremony_organisation (organisation_id, held_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE ceremony_oath (
  registration_id BIGINT NOT NULL PRIMARY KEY COMMENT 'a member takes the oath once',
  ceremony_id     BIGINT NOT NULL,
  KEY ceremony_oath_ceremony (ceremony_id, registration_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- The pictures rest in the file store under ceremony/<id>.jpg, drawn anew; each is there before its row.
CREATE TABLE ceremony_photo (
  id          BIGINT      NOT NULL PRIMARY KEY,
  ceremony_id BIGINT      NULL COMMENT 'null: added and not recorded yet, or taken out; swept',
  place       TINYINT     NULL,
  kept_by     VARCHAR(80) CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  kept_at     DATETIME(3) NOT NULL,
  KEY ceremony_photo_ceremony (ceremony_id, place),
  KEY ceremony_photo_loose (ceremony_id, kept_by, kept_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE ceremony_step (
  id          BIGINT        NOT NULL PRIMARY KEY,
  ceremony_id BIGINT        NOT NULL,
  happened_at DATETIME(3)   NOT NULL,
  what        VARCHAR(10)   CHARACTER SET ascii NOT NULL,
  who         VARCHAR(100)  NOT NULL,
  changes     VARCHAR(5000) NULL COMMENT 'JSON: field, before, after',
  KEY ceremony_step_ceremony (ceremony_id, id),
  CONSTRAINT ceremony_step_what CHECK (what IN ('RECORDED', 'CHANGED', 'DELETED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Who has a record open, since when: its pictures are shown one by one, the audit has one line.
CREATE TABLE ceremony_viewing (
  ceremony_id BIGINT      NOT NULL,
  actor       VARCHAR(80) CHARACTER SET ascii NOT NULL,
  opened_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (ceremony_id, actor),
  KEY ceremony_viewing_age (opened_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
