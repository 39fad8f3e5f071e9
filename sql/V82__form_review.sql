-- A form that is to replace another waits for the superior beside whatever else waits.

ALTER TABLE review_task DROP KEY review_task_live;
ALTER TABLE review_task DROP COLUMN live_registration;
ALTER TABLE review_task DROP CONSTRAINT review_task_kind;
ALTER TABLE review_task
  ADD COLUMN form_id BIGINT NULL COMMENT 'which, when the kind is FORM',
  ADD COLUMN live_registration BIGINT
    AS (CASE WHEN state = 'OPEN' AND kind NOT IN ('REBINDING', 'FORM') THEN registration_id END) STORED,
  ADD UNIQUE KEY review_task_live (live_registration),
  ADD UNIQUE KEY review_task_form (form_id),
  ADD CONSTRAINT review_task_kind CHECK (kind IN ('REGISTRATION', 'EDIT', 'CORRECTION', 'REBINDING', 'FORM'));
