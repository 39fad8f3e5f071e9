-- How far issuing numbers has come: one row, raised by every transaction that issues something. Witnesses outside the
-- database know the same; a database behind them was restored, or is the wrong one.

CREATE TABLE number_ledger (
  id       TINYINT  NOT NULL PRIMARY KEY,
  house    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'tells this installation from others beside it',
  position BIGINT   NOT NULL,
  CONSTRAINT number_ledger_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO number_ledger (id, house, position) VALUES (1, UUID(), 0);
