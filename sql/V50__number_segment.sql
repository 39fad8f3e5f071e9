-- Who may give out which member numbers (号段). A number of the house lies in exactly one piece: that of its holder.

CREATE TABLE number_segment (
  id              BIGINT      NOT NULL PRIMARY KEY,
  parent_id       BIGINT      NULL COMMENT 'null: from outside the house, declared by its root',
  organisation_id BIGINT      NOT NULL COMMENT 'to whom it was allocated',
  prefix          CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'year, two digits of GB/T 2260',
  first_serial    INT         NOT NULL,
  last_serial     INT         NOT NULL,
  allocated_by    VARCHAR(80) CHARACTER SET ascii NOT NULL,
  allocated_at    DATETIME(3) NOT NULL,
  reclaimed_at    DATETIME(3) NULL COMMENT 'when what nobody had touched went back to the parent',
  given           INT         NOT NULL DEFAULT 0 COMMENT 'how many of its numbers are allocated on below',
  back            INT         NOT NULL DEFAULT 0 COMMENT 'how many went back to the parent; the rest is here',
  KEY number_segment_organisation (organisation_id, id),
  KEY number_segment_parent (parent_id, id),
  CONSTRAINT number_segment_range CHECK (first_serial BETWEEN 0 AND last_serial AND last_serial <= 999999)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Pieces never overlap: a new one comes from a part of an old one, which goes in the same statement's transaction.
CREATE TABLE number_piece (
  id           BIGINT  NOT NULL PRIMARY KEY,
  segment_id   BIGINT  NOT NULL,
  holder_id    BIGINT  NOT NULL COMMENT 'organisation',
  prefix       CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_serial INT     NOT NULL,
  last_serial  INT     NOT NULL,
  next_serial  INT     NOT NULL COMMENT 'where handing out goes on; a hint, number_use decides',
  touched      INT     NOT NULL COMMENT 'how many of its numbers have a row in number_use',
  used         INT     NOT NULL COMMENT 'of those: USED',
  voided       INT     NOT NULL COMMENT 'of those: VOID',
  handed_out   INT     NOT NULL COMMENT 'of those: HANDED_OUT',
  version      INT     NOT NULL DEFAULT 0,
  UNIQUE KEY number_piece_first (prefix, first_serial),
  UNIQUE KEY number_piece_last (prefix, last_serial),
  KEY number_piece_segment (segment_id),
  KEY number_piece_holder (holder_id, prefix, first_serial),
  CONSTRAINT number_piece_range CHECK (first_serial BETWEEN 0 AND last_serial AND last_serial <= 999999),
  CONSTRAINT number_piece_touched CHECK
    (used >= 0 AND voided >= 0 AND handed_out >= 0 AND touched >= used + voided + handed_out
      AND touched <= last_serial - first_serial + 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- One row a year and province: whoever declares a segment from outside the house waits for the others here.
CREATE TABLE number_prefix (
  prefix CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  declared INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Whether a number is the branch's own is asked of the pieces, on the day it matters.
ALTER TABLE number_use DROP COLUMN verified;

-- A number may be given to someone before they register: written on the paper, nobody else's from then on.
ALTER TABLE number_use DROP CONSTRAINT number_use_state;
ALTER TABLE number_use MODIFY COLUMN registration_id BIGINT NULL COMMENT 'null: handed out, or void before anybody had it';
ALTER TABLE number_use ADD COLUMN handed_to BIGINT NULL COMMENT 'the branch it was handed out to; a registration that ends gives it back to that';
ALTER TABLE number_use ADD COLUMN reason VARCHAR(200) NULL COMMENT 'why it is void, or taken without a registration';
ALTER TABLE number_use ADD CONSTRAINT number_use_state CHECK (state IN ('HANDED_OUT', 'RESERVED', 'USED', 'VOID'));
