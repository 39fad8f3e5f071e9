-- Organisation accounts decide as well: who decided is an actor, and the name they had then.

ALTER TABLE review_task
  ADD COLUMN decided_name VARCHAR(60) NULL COMMENT 'as it was then; what the others read',
  MODIFY COLUMN decided_by VARCHAR(80) CHARACTER SET ascii NULL COMMENT 'kind:id',
  ADD KEY review_task_waiting (state, id);

UPDATE review_task
  SET decided_name = COALESCE((SELECT s.name FROM staff s WHERE s.id = CAST(decided_by AS UNSIGNED)), '已离任的审核人')
  WHERE decided_by IS NOT NULL;

UPDATE review_task SET decided_by = CONCAT('staff:', decided_by) WHERE decided_by IS NOT NULL;
