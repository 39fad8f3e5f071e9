-- What someone decided lately.

ALTER TABLE review_task
  ADD KEY review_task_decider (decided_by, decided_at);
