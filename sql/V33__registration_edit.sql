-- What a member may change after the approval, and what each registration went through.

ALTER TABLE registration DROP KEY registration_live_document;
ALTER TABLE registration DROP COLUMN live_document;
ALTER TABLE registration DROP CONSTRAINT registration_state;
ALTER TABLE registration MODIFY state VARCHAR(14) CHARACTER SET ascii NOT NULL;
ALTER TABLE registration
  ADD COLUMN live_document BINARY(32) AS (CASE WHEN state IN ('PENDING', 'APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED')
    THEN document_blind END) STORED,
  ADD UNIQUE KEY registration_live_document (live_document),
  ADD CONSTRAINT registration_state CHECK (state IN
    ('DRAFT', 'PENDING', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED'));

-- A change somebody has to agree to: EDIT by the branch, CORRECTION of a locked field by its superior.
CREATE TABLE registration_edit (
  id              BIGINT         NOT NULL PRIMARY KEY,
  registration_id BIGINT         NOT NULL,
  kind            VARCHAR(12)    CHARACTER SET ascii NOT NULL,
  state           VARCHAR(10)    CHARACTER SET ascii NOT NULL,
  content_sealed  VARBINARY(12000) NOT NULL COMMENT 'JSON: before, after, evidence',
  submitted_at    DATETIME(3)    NOT NULL,
  decided_at      DATETIME(3)    NULL,
  decided_by      VARCHAR(60)    NULL,
  return_reason   VARCHAR(200)   NULL,
  live_registration BIGINT       AS (CASE WHEN state = 'PENDING' THEN registration_id END) STORED,
  UNIQUE KEY registration_edit_live (live_registration),
  KEY registration_edit_registration (registration_id, id),
  CONSTRAINT registration_edit_kind CHECK (kind IN ('EDIT', 'CORRECTION')),
  CONSTRAINT registration_edit_state CHECK (state IN ('PENDING', 'APPROVED', 'RETURNED', 'WITHDRAWN'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- The member's own history. Names of fields, never their values.
CREATE TABLE registration_step (
  id              BIGINT       NOT NULL PRIMARY KEY,
  registration_id BIGINT       NOT NULL,
  happened_at     DATETIME(3)  NOT NULL,
  what            VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  who             VARCHAR(60)  NULL COMMENT 'null: the member',
  note            VARCHAR(300) NULL COMMENT 'branch, reason or fields',
  KEY registration_step_registration (registration_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO registration_step (id, registration_id, happened_at, what, who, note)
  SELECT id, id, submitted_at, 'SUBMITTED', NULL, NULL FROM registration WHERE submitted_at IS NOT NULL;

ALTER TABLE review_task
  ADD COLUMN kind VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'REGISTRATION',
  ADD COLUMN edit_id BIGINT NULL COMMENT 'what is to be decided, when it is not the registration itself',
  ADD CONSTRAINT review_task_kind CHECK (kind IN ('REGISTRATION', 'EDIT', 'CORRECTION'));
