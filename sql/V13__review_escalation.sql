-- A task that waited too long may be decided by the superior as well.

ALTER TABLE review_task
  ADD COLUMN escalated_at DATETIME(3) NULL;
