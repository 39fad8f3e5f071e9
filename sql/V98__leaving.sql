-- 离团, 恢复团籍 and the deletion of a wrong registration. What people typed rests sealed.

ALTER TABLE registration DROP KEY registration_live_document;
ALTER TABLE registration DROP COLUMN live_document;
ALTER TABLE registration DROP CONSTRAINT registration_state;
ALTER TABLE registration MODIFY state VARCHAR(16) CHARACTER SET ascii NOT NULL;
ALTER TABLE registration
  ADD COLUMN leaving TINYINT NOT NULL DEFAULT 0 COMMENT '1: leaving, coming back or a deletion is asked for, nothing else begins',
  ADD COLUMN left_at DATETIME(3) NULL COMMENT 'since when no member any more',
  ADD COLUMN live_document BINARY(32) AS (CASE WHEN state IN
    ('PENDING', 'APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED', 'LEFT_AT_28', 'LEFT_VOLUNTARILY')
    THEN document_blind END) STORED,
  ADD UNIQUE KEY registration_live_document (live_document),
  ADD CONSTRAINT registration_state CHECK (state IN
    ('DRAFT', 'PENDING', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED',
     'LEFT_AT_28', 'LEFT_VOLUNTARILY'));
ALTER TABLE member_line MODIFY state VARCHAR(16) CHARACTER SET ascii NOT NULL;
ALTER TABLE member_count MODIFY state VARCHAR(16) CHARACTER SET ascii NOT NULL;

-- What stays of a registration that was erased: the least the league has to account for. Nobody can read from it who it was.
CREATE TABLE registration_tombstone (
  id             BIGINT       NOT NULL PRIMARY KEY,
  number         VARCHAR(16)  CHARACTER SET ascii NULL COMMENT 'void since then',
  branch_id      BIGINT       NULL,
  join_month     CHAR(7)      CHARACTER SET ascii NULL,
  end_month      CHAR(7)      CHARACTER SET ascii NOT NULL,
  document_blind BINARY(32)   NULL COMMENT 'keyed hash of the document',
  ended_at       DATETIME(3)  NOT NULL,
  ended_by       VARCHAR(80)  CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  reason         VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  KEY registration_tombstone_branch (branch_id, id),
  KEY registration_tombstone_document (document_blind)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE leaving_request (
  id              BIGINT        NOT NULL PRIMARY KEY,
  registration_id BIGINT        NOT NULL COMMENT 'gone when it was erased',
  account_id      BIGINT        NOT NULL,
  branch_id       BIGINT        NOT NULL COMMENT 'where the member was; of an open one it goes along with a merging',
  kind            VARCHAR(12)   CHARACTER SET ascii NOT NULL,
  cause           VARCHAR(16)   CHARACTER SET ascii NULL COMMENT 'why a registration is wrong',
  words_sealed    VARBINARY(2200) NULL COMMENT 'the reason in words',
  evidence_sealed VARBINARY(2200) NULL COMMENT 'what supports it, in words',
  state           VARCHAR(10)   CHARACTER SET ascii NOT NULL,
  version         INT           NOT NULL DEFAULT 0,
  started_side    VARCHAR(8)    CHARACTER SET ascii NOT NULL,
  started_by      VARCHAR(80)   CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  started_name    VARCHAR(100)  NULL COMMENT 'null: the member',
  started_at      DATETIME(3)   NOT NULL,
  asked_id        BIGINT        NULL COMMENT 'whose turn it is: the branch, or the organisation above it',
  agreed_name     VARCHAR(100)  NULL COMMENT 'who agreed for the branch',
  agreed_at       DATETIME(3)   NULL,
  ended_at        DATETIME(3)   NULL,
  ended_name      VARCHAR(100)  NULL COMMENT 'null: the member, or nobody',
  end_reason      VARCHAR(200)  NULL,
  open_of         BIGINT        AS (CASE WHEN state IN ('BRANCH', 'SUPERIOR') THEN registration_id END) STORED,
  UNIQUE KEY leaving_request_open (open_of),
  KEY leaving_request_registration (registration_id, id),
  KEY leaving_request_account (account_id, id),
  KEY leaving_request_branch (branch_id, state, id),
  KEY leaving_request_asked (asked_id, state),
  CONSTRAINT leaving_request_kind CHECK (kind IN ('AT_28', 'VOLUNTARY', 'RESTORE', 'DELETION')),
  CONSTRAINT leaving_request_cause CHECK (cause IN ('WRONG_BRANCH', 'TWICE', 'NOT_A_MEMBER')),
  CONSTRAINT leaving_request_side CHECK (started_side IN ('MEMBER', 'BRANCH')),
  CONSTRAINT leaving_request_state CHECK (state IN ('BRANCH', 'SUPERIOR', 'DONE', 'RETURNED', 'WITHDRAWN', 'STOPPED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Who turned 28 and stays for a while all the same, and why.
CREATE TABLE leaving_delay (
  registration_id BIGINT       NOT NULL PRIMARY KEY,
  until           DATE         NOT NULL,
  words_sealed    VARBINARY(1200) NOT NULL,
  granted_by      VARCHAR(80)  CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  granted_name    VARCHAR(100) NOT NULL,
  granted_at      DATETIME(3)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Members by birthday and those who left by day, once for every organisation above: any subtree is one range of one index.
CREATE TABLE leaving_line (
  organisation_id BIGINT      NOT NULL COMMENT 'the branch, or any organisation above it',
  registration_id BIGINT      NOT NULL,
  standing        VARCHAR(6)  CHARACTER SET ascii NOT NULL,
  day             DATE        NOT NULL COMMENT 'a member''s birthday; the day of who left, China time',
  PRIMARY KEY (organisation_id, registration_id),
  KEY leaving_line_day (organisation_id, standing, day, registration_id),
  KEY leaving_line_registration (registration_id),
  CONSTRAINT leaving_line_standing CHECK (standing IN ('MEMBER', 'LEFT'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO leaving_line (organisation_id, registration_id, standing, day)
SELECT l.organisation_id, l.registration_id, 'MEMBER', r.birth_date
FROM member_line l JOIN registration r ON r.id = l.registration_id
WHERE r.state IN ('APPROVED', 'EDIT_PENDING', 'EDIT_RETURNED') AND r.birth_date IS NOT NULL;

-- Once a month whoever decides for a branch hears of those who turned 28.
CREATE TABLE leaving_reminder (
  branch_id BIGINT NOT NULL,
  month     DATE   NOT NULL COMMENT 'its first day',
  staff_id  BIGINT NOT NULL,
  PRIMARY KEY (branch_id, month, staff_id),
  KEY leaving_reminder_staff (staff_id, month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
