-- Leaving, coming back and the deletion of a wrong registration are decided beside whatever else waits: by the branch, then above.

ALTER TABLE review_task DROP KEY review_task_live;
ALTER TABLE review_task DROP COLUMN live_registration;
ALTER TABLE review_task DROP CONSTRAINT review_task_kind;
ALTER TABLE review_task
  ADD COLUMN leaving_id BIGINT NULL COMMENT 'which, when the kind is LEAVING',
  ADD COLUMN live_registration BIGINT AS (CASE WHEN state = 'OPEN'
    AND kind NOT IN ('REBINDING', 'FORM', 'TRANSFER', 'APPEAL', 'LEAVING') THEN registration_id END) STORED,
  ADD COLUMN live_leaving BIGINT AS (CASE WHEN state = 'OPEN' THEN leaving_id END) STORED,
  ADD UNIQUE KEY review_task_live (live_registration),
  ADD UNIQUE KEY review_task_live_leaving (live_leaving),
  ADD KEY review_task_leaving (leaving_id),
  ADD CONSTRAINT review_task_kind CHECK (kind IN
    ('REGISTRATION', 'EDIT', 'CORRECTION', 'REBINDING', 'FORM', 'TRANSFER', 'APPEAL', 'LEAVING'));
