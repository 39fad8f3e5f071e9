-- 入团志愿书. The papers rest in the file store under form/<id>.pdf; a row is there before its file, and final after it.

CREATE TABLE form (
  id              BIGINT       NOT NULL PRIMARY KEY,
  registration_id BIGINT       NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  edition         INT          NULL COMMENT 'the member''s how many-th; null until it is kept',
  pages           INT          NOT NULL,
  bytes           BIGINT       NOT NULL,
  source          VARCHAR(4)   CHARACTER SET ascii NOT NULL,
  original_hash   BINARY(32)   NOT NULL COMMENT 'SHA-256 of what came',
  content_hash    BINARY(32)   NOT NULL COMMENT 'SHA-256 of what is kept',
  filed_by        VARCHAR(80)  CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  filed_name      VARCHAR(100) NOT NULL,
  filed_at        DATETIME(3)  NOT NULL,
  decided_name    VARCHAR(100) NULL,
  decided_at      DATETIME(3)  NULL,
  reason          VARCHAR(200) NULL,
  formal_of       BIGINT       AS (CASE WHEN state = 'FORMAL' THEN registration_id END) STORED,
  waiting_of      BIGINT       AS (CASE WHEN state = 'WAITING' THEN registration_id END) STORED,
  live_original   BINARY(32)   AS (CASE WHEN state IN ('FORMAL', 'WAITING') THEN original_hash END) STORED,
  live_content    BINARY(32)   AS (CASE WHEN state IN ('FORMAL', 'WAITING') THEN content_hash END) STORED,
  UNIQUE KEY form_formal (formal_of),
  UNIQUE KEY form_waiting (waiting_of),
  UNIQUE KEY form_live_original (live_original),
  UNIQUE KEY form_live_content (live_content),
  UNIQUE KEY form_edition (registration_id, edition),
  KEY form_age (state, filed_at),
  CONSTRAINT form_state CHECK (state IN ('STORING', 'WAITING', 'FORMAL', 'REPLACED', 'RETURNED', 'WITHDRAWN')),
  CONSTRAINT form_source CHECK (source IN ('DESK', 'PAGE', 'CHAT'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Who has a form open, since when: its pages are shown one by one, the audit has one line.
CREATE TABLE form_viewing (
  form_id   BIGINT      NOT NULL,
  actor     VARCHAR(80) CHARACTER SET ascii NOT NULL,
  opened_at DATETIME(3) NOT NULL,
  PRIMARY KEY (form_id, actor),
  KEY form_viewing_age (opened_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Which branch was reminded of its missing forms, in which week, and who hears of it: once.
CREATE TABLE form_reminder (
  branch_id BIGINT NOT NULL,
  week      DATE   NOT NULL COMMENT 'its Monday in China',
  staff_id  BIGINT NOT NULL,
  PRIMARY KEY (branch_id, week, staff_id),
  KEY form_reminder_staff (staff_id, week)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
