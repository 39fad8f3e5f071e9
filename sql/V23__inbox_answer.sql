-- An event whose reply was given to the platform is REPLIED until that is known to have worked; next_at is when nobody
-- believes it any more. What came too late for the answer to the callback is kept, sealed, until a push has said it.

ALTER TABLE inbox DROP CONSTRAINT inbox_state;

ALTER TABLE inbox
  ADD COLUMN answer BLOB NULL COMMENT 'said by a push; sealed',
  ADD CONSTRAINT inbox_state CHECK (state IN ('DUE', 'CLAIMED', 'REPLIED', 'DONE', 'DEAD'));
