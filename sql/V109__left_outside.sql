-- Who arrived out of the province is no member here any more; the record stays.

ALTER TABLE registration DROP KEY registration_live_document;
ALTER TABLE registration DROP COLUMN live_document;
ALTER TABLE registration DROP CONSTRAINT registration_state;
ALTER TABLE registration
  ADD COLUMN live_document BINARY(32) AS (CASE WHEN state IN
    ('PENDING', 'APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED', 'LEFT_AT_28', 'LEFT_VOLUNTARILY', 'LEFT_OUTSIDE')
    THEN document_blind END) STORED,
  ADD UNIQUE KEY registration_live_document (live_document),
  ADD CONSTRAINT registration_state CHECK (state IN
    ('DRAFT', 'PENDING', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED',
     'LEFT_AT_28', 'LEFT_VOLUNTARILY', 'LEFT_OUTSIDE'));
