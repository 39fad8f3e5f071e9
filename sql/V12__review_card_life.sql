-- The life of a card. An operator may hold several cards of one task, one after another: the newest counts, the older
-- ones are still answered. Codes, taps and ends are kept for each.

ALTER TABLE review_card
  ADD COLUMN edition INT NOT NULL DEFAULT 1 COMMENT '1, 2, …: a card nobody touched is replaced by the next',
  ADD COLUMN due_at DATETIME(3) NULL,
  ADD COLUMN tapped_at DATETIME(3) NULL COMMENT 'last tap';

ALTER TABLE review_card
  DROP KEY review_card_once,
  ADD UNIQUE KEY review_card_once (task_id, staff_id, edition),
  ADD KEY review_card_waiting (staff_id, state, task_id);

ALTER TABLE review_card DROP CONSTRAINT review_card_state;

ALTER TABLE review_card
  ADD CONSTRAINT review_card_state CHECK (state IN ('DUE', 'SENT', 'CLOSED', 'SUPERSEDED', 'LOST'));
