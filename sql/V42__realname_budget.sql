-- What real-name checks may cost: how often the provider was asked for one account, one document and all together, each day.

CREATE TABLE realname_budget (
  day   DATE       NOT NULL COMMENT 'in China time',
  who   BINARY(32) NOT NULL COMMENT 'blind index of the account, the document, or everybody',
  calls INT        NOT NULL DEFAULT 0,
  PRIMARY KEY (day, who)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

ALTER TABLE realname_check
  ADD COLUMN account_id BIGINT NULL COMMENT 'who asked first; null: asked before that was kept',
  ADD COLUMN answers INT NOT NULL DEFAULT 0 COMMENT 'of all attempts those the provider had something to say to',
  ADD COLUMN waits_until DATETIME(3) NULL COMMENT 'the day''s checks are used up: asked again then';
