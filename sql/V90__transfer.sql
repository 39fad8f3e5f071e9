-- 组织关系转接. The list of nodes is stored with each transfer; why, where to and the unit rest sealed.

ALTER TABLE registration
  ADD COLUMN transferring TINYINT NOT NULL DEFAULT 0 COMMENT '1: a transfer is open, identity and number stay as they are';

CREATE TABLE transfer (
  id              BIGINT        NOT NULL PRIMARY KEY,
  registration_id BIGINT        NOT NULL,
  kind            VARCHAR(8)    CHARACTER SET ascii NOT NULL,
  reason          VARCHAR(8)    CHARACTER SET ascii NOT NULL,
  words_sealed    VARBINARY(1000) NULL COMMENT 'the reason in words',
  unit_sealed     VARBINARY(600) NULL COMMENT 'where the member will study or work',
  place_sealed    VARBINARY(1600) NULL COMMENT 'JSON: where to, out of the province',
  from_branch_id  BIGINT        NOT NULL,
  target_id       BIGINT        NULL COMMENT 'a branch, or a committee that assigns one; null: out of the province',
  to_branch_id    BIGINT        NULL COMMENT 'null until it is certain',
  state           VARCHAR(10)   CHARACTER SET ascii NOT NULL,
  version         INT           NOT NULL DEFAULT 0,
  node_no         INT           NOT NULL DEFAULT 0 COMMENT 'whose turn it is; 0 before the first',
  started_side    VARCHAR(10)   CHARACTER SET ascii NOT NULL,
  started_by      VARCHAR(80)   CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  started_name    VARCHAR(100)  NULL COMMENT 'null: the member',
  started_at      DATETIME(3)   NOT NULL,
  expires_at      DATETIME(3)   NOT NULL,
  ended_at        DATETIME(3)   NULL,
  ended_name      VARCHAR(100)  NULL COMMENT 'null: the member, or nobody',
  end_reason      VARCHAR(200)  NULL,
  batch_id        BIGINT        NULL,
  open_of         BIGINT        AS (CASE WHEN state = 'OPEN' THEN registration_id END) STORED,
  UNIQUE KEY transfer_open (open_of),
  KEY transfer_registration (registration_id, id),
  KEY transfer_from (from_branch_id, state),
  KEY transfer_target (target_id, state),
  KEY transfer_batch (batch_id),
  CONSTRAINT transfer_kind CHECK (kind IN ('INSIDE', 'OUTSIDE', 'ORIGIN')),
  CONSTRAINT transfer_reason CHECK (reason IN ('WORK', 'STUDY', 'OTHER')),
  CONSTRAINT transfer_side CHECK (started_side IN ('MEMBER', 'OUT_BRANCH', 'IN_BRANCH')),
  CONSTRAINT transfer_state CHECK (state IN ('OPEN', 'DONE', 'RETURNED', 'WITHDRAWN', 'EXPIRED', 'STOPPED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE transfer_node (
  transfer_id     BIGINT       NOT NULL,
  no              INT          NOT NULL,
  role            VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  organisation_id BIGINT       NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  opened_at       DATETIME(3)  NULL,
  decided_at      DATETIME(3)  NULL,
  decided_name    VARCHAR(100) NULL,
  note            VARCHAR(200) NULL,
  PRIMARY KEY (transfer_id, no),
  KEY transfer_node_organisation (organisation_id, state),
  CONSTRAINT transfer_node_role CHECK (role IN ('OUT_BRANCH', 'OUT_SUPERIOR', 'IN_BRANCH', 'IN_SUPERIOR')),
  CONSTRAINT transfer_node_state CHECK (state IN ('AHEAD', 'CURRENT', 'AGREED', 'RETURNED', 'SKIPPED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- The histories of both branches: who left, who came. Each side once for each transfer.
CREATE TABLE transfer_passage (
  transfer_id     BIGINT      NOT NULL,
  direction       VARCHAR(3)  CHARACTER SET ascii NOT NULL,
  branch_id       BIGINT      NOT NULL,
  other_id        BIGINT      NULL COMMENT 'the other branch; null: out of the province',
  registration_id BIGINT      NOT NULL,
  happened_at     DATETIME(3) NOT NULL,
  PRIMARY KEY (transfer_id, direction),
  KEY transfer_passage_branch (branch_id, happened_at),
  KEY transfer_passage_registration (registration_id),
  CONSTRAINT transfer_passage_direction CHECK (direction IN ('OUT', 'IN'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
