-- 删除个人信息. While a request is open nothing else begins.

ALTER TABLE registration
  ADD COLUMN erasing TINYINT NOT NULL DEFAULT 0 COMMENT '1: its member asked to be erased, nothing else begins';

CREATE TABLE erasure (
  id              BIGINT       NOT NULL PRIMARY KEY,
  account_id      BIGINT       NOT NULL,
  registration_id BIGINT       NOT NULL,
  branch_id       BIGINT       NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  asked_at        DATETIME(3)  NOT NULL,
  decided_at      DATETIME(3)  NULL,
  decided_by      VARCHAR(80)  CHARACTER SET ascii NULL COMMENT 'kind:id',
  decided_name    VARCHAR(100) NULL,
  reason          VARCHAR(200) NULL COMMENT 'why it was returned',
  done_at         DATETIME(3)  NULL,
  live_account    BIGINT       AS (CASE WHEN state IN ('PENDING', 'AGREED') THEN account_id END) STORED,
  UNIQUE KEY erasure_live (live_account),
  KEY erasure_account (account_id, id),
  KEY erasure_state (state, id),
  CONSTRAINT erasure_state CHECK (state IN ('PENDING', 'WITHDRAWN', 'RETURNED', 'AGREED', 'DONE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
