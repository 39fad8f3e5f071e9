-- 申诉: once for each transfer that was sent back, with words and pictures, decided by the superior of the node.

CREATE TABLE transfer_appeal (
  transfer_id     BIGINT        NOT NULL PRIMARY KEY COMMENT 'once for each',
  registration_id BIGINT        NOT NULL,
  node_no         INT           NOT NULL COMMENT 'which node sent it back',
  reason          VARCHAR(200)  NOT NULL COMMENT 'why it was sent back',
  organisation_id BIGINT        NOT NULL COMMENT 'who decides: the superior of the node',
  state           VARCHAR(10)   CHARACTER SET ascii NOT NULL,
  words_sealed    VARBINARY(2000) NOT NULL,
  filed_at        DATETIME(3)   NOT NULL,
  decided_at      DATETIME(3)   NULL,
  decided_name    VARCHAR(100)  NULL COMMENT 'null: the member, or nobody',
  note            VARCHAR(200)  NULL,
  open_of         BIGINT        AS (CASE WHEN state = 'OPEN' THEN registration_id END) STORED,
  UNIQUE KEY transfer_appeal_open (open_of),
  KEY transfer_appeal_organisation (organisation_id, state),
  KEY transfer_appeal_registration (registration_id),
  CONSTRAINT transfer_appeal_state CHECK (state IN ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

ALTER TABLE evidence_photo
  ADD COLUMN transfer_id BIGINT NULL COMMENT 'the appeal it supports',
  ADD KEY evidence_photo_transfer (transfer_id, id);

ALTER TABLE review_task DROP CONSTRAINT review_task_kind;
ALTER TABLE review_task DROP KEY review_task_live;
ALTER TABLE review_task DROP COLUMN live_registration;
ALTER TABLE review_task
  ADD COLUMN appeal_id BIGINT NULL COMMENT 'of which transfer, when the kind is APPEAL',
  ADD UNIQUE KEY review_task_appeal (appeal_id),
  ADD COLUMN live_registration BIGINT AS (CASE WHEN state = 'OPEN'
    AND kind NOT IN ('REBINDING', 'FORM', 'TRANSFER', 'APPEAL') THEN registration_id END) STORED,
  ADD UNIQUE KEY review_task_live (live_registration),
  ADD CONSTRAINT review_task_kind CHECK (kind IN
    ('REGISTRATION', 'EDIT', 'CORRECTION', 'REBINDING', 'FORM', 'TRANSFER', 'APPEAL'));
