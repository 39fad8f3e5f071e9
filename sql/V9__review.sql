-- One open task per registration, one decision per task, one card per operator and task.

CREATE TABLE review_task (
  id              BIGINT       NOT NULL PRIMARY KEY,
  registration_id BIGINT       NOT NULL,
  branch_id       BIGINT       NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  opened_at       DATETIME(3)  NOT NULL,
  decided_by      BIGINT       NULL COMMENT 'staff id',
  decided_at      DATETIME(3)  NULL,
  reason_code     VARCHAR(30)  CHARACTER SET ascii NULL,
  reason          VARCHAR(200) NULL,
  live_registration BIGINT     AS (CASE WHEN state = 'OPEN' THEN registration_id END) STORED,
  UNIQUE KEY review_task_live (live_registration),
  KEY review_task_registration (registration_id, id),
  KEY review_task_branch (branch_id, state, id),
  CONSTRAINT review_task_state CHECK (state IN ('OPEN', 'APPROVED', 'RETURNED', 'CANCELLED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE review_card (
  id               BIGINT       NOT NULL PRIMARY KEY,
  task_id          BIGINT       NOT NULL,
  staff_id         BIGINT       NOT NULL,
  state            VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  message_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  response_code    VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'newest unused one: 72 h, single use',
  response_code_at DATETIME(3)  NULL,
  sent_at          DATETIME(3)  NULL,
  closed_at        DATETIME(3)  NULL,
  UNIQUE KEY review_card_once (task_id, staff_id),
  CONSTRAINT review_card_state CHECK (state IN ('DUE', 'SENT', 'CLOSED', 'LOST'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
