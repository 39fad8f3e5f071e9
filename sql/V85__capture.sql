-- Pages of a volunteer form on their way from a phone: collected, looked at, put in order, filed. Their pictures rest in the
-- file store under the page's id.

CREATE TABLE capture_batch (
  id              BIGINT       NOT NULL PRIMARY KEY,
  staff_id        BIGINT       NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  open_staff      BIGINT       NULL COMMENT 'the staff id while new pictures go here',
  registration_id BIGINT       NULL COMMENT 'whose form it is',
  round_no        INT          NOT NULL DEFAULT 1 COMMENT 'the coming question in the chat',
  source          VARCHAR(4)   CHARACTER SET ascii NULL COMMENT 'where it was submitted',
  filings         INT          NOT NULL DEFAULT 0,
  form_id         BIGINT       NULL,
  problem_code    VARCHAR(40)  CHARACTER SET ascii NULL,
  problem         VARCHAR(200) NULL COMMENT 'why it was not filed',
  touched_at      DATETIME(3)  NOT NULL,
  UNIQUE KEY capture_batch_open (open_staff),
  KEY capture_batch_staff (staff_id, state),
  KEY capture_batch_touched (touched_at),
  CONSTRAINT capture_batch_state CHECK (state IN ('OPEN', 'ASIDE', 'FILING', 'FILED', 'DROPPED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE capture_page (
  id       BIGINT       NOT NULL PRIMARY KEY,
  batch_id BIGINT       NOT NULL,
  origin   BINARY(32)   NOT NULL COMMENT 'the message or upload it came with: none is taken twice',
  in_chat  BOOLEAN      NOT NULL,
  media_id VARCHAR(256) CHARACTER SET ascii COLLATE ascii_bin NULL,
  state    VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  problem  VARCHAR(200) NULL COMMENT 'why it was refused',
  told_at  DATETIME(3)  NULL COMMENT 'when that was said in the chat',
  quarters TINYINT      NOT NULL DEFAULT 0,
  sent_at  DATETIME(3)  NOT NULL COMMENT 'by the platform''s clock',
  sent_no  VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  place    INT          NULL COMMENT 'put there by someone; else by slot',
  slot_at  DATETIME(3)  NOT NULL COMMENT 'its own sent_at, or that of the page it replaced',
  slot_no  VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  UNIQUE KEY capture_page_origin (origin),
  KEY capture_page_batch (batch_id),
  CONSTRAINT capture_page_state CHECK (state IN ('WAITING', 'READY', 'REFUSED', 'LOST', 'GONE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
