-- One decision for many reviews: each is decided by itself, what became of it stands in its line.

CREATE TABLE review_batch (
  id              BIGINT       NOT NULL PRIMARY KEY,
  actor           VARCHAR(80)  NOT NULL,
  organisation_id BIGINT       NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  verdict         VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  branch_id       BIGINT       NULL COMMENT 'which takes the members, where a committee was the target',
  reason_code     VARCHAR(30)  CHARACTER SET ascii NULL,
  note            VARCHAR(200) NULL COMMENT 'the reviewer''s own words',
  created_at      DATETIME(3)  NOT NULL,
  KEY review_batch_seat (actor, organisation_id, id),
  CONSTRAINT review_batch_state CHECK (state IN ('DECIDING', 'DONE', 'CANCELLED')),
  CONSTRAINT review_batch_verdict CHECK (verdict IN ('APPROVE', 'RETURN'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE review_batch_line (
  batch_id BIGINT       NOT NULL,
  task_id  BIGINT       NOT NULL,
  state    VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  code     VARCHAR(40)  CHARACTER SET ascii NULL,
  text     VARCHAR(300) NULL COMMENT 'why it was not decided, by whom it was; for people',
  PRIMARY KEY (batch_id, task_id),
  KEY review_batch_line_state (batch_id, state, task_id),
  KEY review_batch_line_task (task_id),
  CONSTRAINT review_batch_line_states CHECK (state IN ('WAITING', 'DONE', 'REFUSED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
