-- A request to be erased waits for the superior, beside whatever else waits.

ALTER TABLE review_task DROP KEY review_task_live;
ALTER TABLE review_task DROP COLUMN live_registration;
ALTER TABLE review_task DROP CONSTRAINT review_task_kind;
ALTER TABLE review_task
  ADD COLUMN erasure_id BIGINT NULL COMMENT 'which, when the kind is ERASURE',
  ADD COLUMN live_registration BIGINT AS (CASE WHEN state = 'OPEN'
    AND kind IN ('REGISTRATION', 'EDIT', 'CORRECTION') THEN registration_id END) STORED,
  ADD UNIQUE KEY review_task_live (live_registration),
  ADD UNIQUE KEY review_task_erasure (erasure_id),
  ADD CONSTRAINT review_task_kind CHECK (kind IN
    ('REGISTRATION', 'EDIT', 'CORRECTION', 'REBINDING', 'FORM', 'TRANSFER', 'APPEAL', 'LEAVING', 'ERASURE'));
