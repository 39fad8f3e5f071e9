-- What is asked of those who join, as rows: when the house's rules change, a row changes. The first column names the rule.

-- Ages at joining, in full years counted from month to month. A province's own row goes before the one for everywhere.
CREATE TABLE join_age_rule (
  rule        VARCHAR(8) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  joined_from CHAR(7)    CHARACTER SET ascii NOT NULL,
  joined_to   CHAR(7)    CHARACTER SET ascii NOT NULL,
  province    CHAR(2)    CHARACTER SET ascii NULL COMMENT 'GB/T 2260; null: everywhere',
  least       INT        NOT NULL COMMENT 'younger: refused',
  charter     INT        NOT NULL COMMENT 'younger: an explanation, and a warning to the reviewer',
  most        INT        NOT NULL COMMENT 'older: a warning to the reviewer'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO join_age_rule (rule, joined_from, joined_to, province, least, charter, most) VALUES
  ('F5',    '2017-01', '9999-12', NULL, 13, 14, 28),
  ('F5-16', '0001-01', '2016-12', NULL, 12, 14, 28),
  ('F4-65', '0001-01', '2016-12', '65', 13, 14, 28);

-- 发展团员编号, by the month of joining.
CREATE TABLE number_rule (
  rule        VARCHAR(8) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  joined_from CHAR(7)    CHARACTER SET ascii NOT NULL,
  joined_to   CHAR(7)    CHARACTER SET ascii NOT NULL,
  province    CHAR(2)    CHARACTER SET ascii NULL COMMENT 'GB/T 2260; null: everywhere',
  required    TINYINT    NOT NULL,
  shortest    INT        NOT NULL,
  longest     INT        NOT NULL,
  digits_only TINYINT    NOT NULL COMMENT '0: letters and hyphens may follow the year',
  year_from   INT        NULL COMMENT 'which years it may begin with; null: the year of joining',
  year_to     INT        NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO number_rule
  (rule, joined_from, joined_to, province, required, shortest, longest, digits_only, year_from, year_to) VALUES
  ('N3',    '2019-01', '9999-12', NULL, 1, 12, 12, 1, NULL, NULL),
  ('N4',    '2017-01', '2018-12', NULL, 1, 12, 12, 1, 2017, 2018),
  ('N5-65', '2016-01', '2016-12', '65', 1, 12, 12, 1, NULL, NULL),
  ('N5',    '2016-01', '2016-12', NULL, 0,  5, 16, 0, NULL, NULL),
  ('N6',    '0001-01', '2015-12', NULL, 0,  5, 16, 0, NULL, NULL);

-- Batches of old numbers that keep to none of the above.
CREATE TABLE number_exception (
  prefix      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  length      INT         NOT NULL,
  joined_from CHAR(7)     CHARACTER SET ascii NOT NULL,
  joined_to   CHAR(7)     CHARACTER SET ascii NOT NULL,
  note        VARCHAR(60) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO number_exception (prefix, length, joined_from, joined_to, note) VALUES
  ('201516', 16, '2015-01', '2016-12', '山东 2015–2016 年 16 位编号'),
  ('201617', 16, '2016-01', '2017-12', '山东 2016–2017 年 16 位编号');
