-- The code a card had before the last tap: good for one update that leaves the newest code for closing the card.

ALTER TABLE review_card
  ADD COLUMN spare_code VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN spare_code_at DATETIME(3) NULL;
