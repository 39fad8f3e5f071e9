-- Each node of a transfer waits for its organisation's decision, beside whatever else waits.

ALTER TABLE review_task DROP KEY review_task_live;
ALTER TABLE review_task DROP COLUMN live_registration;
ALTER TABLE review_task DROP CONSTRAINT review_task_kind;
ALTER TABLE review_task
  ADD COLUMN transfer_id BIGINT NULL COMMENT 'which, when the kind is TRANSFER',
  ADD COLUMN transfer_node INT NULL COMMENT 'whose turn',
  ADD COLUMN live_registration BIGINT AS (CASE WHEN state = 'OPEN'
    AND kind NOT IN ('REBINDING', 'FORM', 'TRANSFER') THEN registration_id END) STORED,
  ADD COLUMN live_transfer BIGINT AS (CASE WHEN state = 'OPEN' THEN transfer_id END) STORED,
  ADD UNIQUE KEY review_task_live (live_registration),
  ADD UNIQUE KEY review_task_transfer (transfer_id, transfer_node),
  ADD UNIQUE KEY review_task_live_transfer (live_transfer),
  ADD CONSTRAINT review_task_kind CHECK (kind IN
    ('REGISTRATION', 'EDIT', 'CORRECTION', 'REBINDING', 'FORM', 'TRANSFER'));
