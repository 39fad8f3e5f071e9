-- 转接介绍信: leads a member out of the province. What it says of the person rests sealed, as it was on that day.

CREATE TABLE transfer_letter (
  transfer_id     BIGINT        NOT NULL PRIMARY KEY,
  serial          BIGINT        NOT NULL AUTO_INCREMENT,
  registration_id BIGINT        NOT NULL,
  code            CHAR(16)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with it anybody asks whether it is valid',
  state           VARCHAR(8)    CHARACTER SET ascii NOT NULL,
  facts_sealed    VARBINARY(4000) NOT NULL COMMENT 'JSON',
  issued_on       DATE          NOT NULL,
  until_on        DATE          NOT NULL,
  arrived_at      DATETIME(3)   NULL,
  confirmed_name  VARCHAR(100)  NULL,
  UNIQUE KEY transfer_letter_serial (serial),
  UNIQUE KEY transfer_letter_code (code),
  KEY transfer_letter_registration (registration_id, state),
  CONSTRAINT transfer_letter_state CHECK (state IN ('ISSUED', 'ARRIVED', 'VOID'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
