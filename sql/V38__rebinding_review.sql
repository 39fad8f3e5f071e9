-- While a re-binding is open its member's record is held; the branch decides it beside whatever else waits.

ALTER TABLE registration
  ADD COLUMN held TINYINT NOT NULL DEFAULT 0 COMMENT '1: a re-binding is open, nothing personal changes';

ALTER TABLE review_task DROP KEY review_task_live;
ALTER TABLE review_task DROP COLUMN live_registration;
ALTER TABLE review_task DROP CONSTRAINT review_task_kind;
ALTER TABLE review_task
  ADD COLUMN rebinding_id BIGINT NULL COMMENT 'which, when the kind is REBINDING',
  ADD COLUMN live_registration BIGINT
    AS (CASE WHEN state = 'OPEN' AND kind <> 'REBINDING' THEN registration_id END) STORED,
  ADD UNIQUE KEY review_task_live (live_registration),
  ADD UNIQUE KEY review_task_rebinding (rebinding_id),
  ADD CONSTRAINT review_task_kind CHECK (kind IN ('REGISTRATION', 'EDIT', 'CORRECTION', 'REBINDING'));
