-- How many registrations came and were approved, by branch and day: kept with each event, so that nobody counts millions.

CREATE TABLE dashboard_day (
  branch_id BIGINT NOT NULL,
  day       DATE   NOT NULL COMMENT 'in China',
  submitted INT    NOT NULL DEFAULT 0,
  approved  INT    NOT NULL DEFAULT 0,
  PRIMARY KEY (branch_id, day),
  KEY dashboard_day_day (day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO dashboard_day (branch_id, day, submitted, approved)
SELECT branch_id, day, SUM(submitted), SUM(approved) FROM (
  SELECT branch_id, DATE(opened_at + INTERVAL 8 HOUR) AS day, 1 AS submitted, 0 AS approved
    FROM review_task WHERE kind = 'REGISTRATION'
  UNION ALL
  SELECT branch_id, DATE(decided_at + INTERVAL 8 HOUR), 0, 1
    FROM review_task WHERE kind = 'REGISTRATION' AND state = 'APPROVED') AS past
GROUP BY branch_id, day;
