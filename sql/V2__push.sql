-- The outbox: what must still leave the house. It carries ids; the words are rendered when they are sent.

CREATE TABLE outbox (
  id          BIGINT       NOT NULL PRIMARY KEY,
  kind        VARCHAR(40)  CHARACTER SET ascii NOT NULL,
  subject_id  BIGINT       NOT NULL,
  receiver    VARCHAR(80)  CHARACTER SET ascii NOT NULL DEFAULT '',
  push_key    VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'one push, once',
  state       VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  next_at     DATETIME(3)  NOT NULL COMMENT 'DUE: not before; CLAIMED: the lease ends',
  claim_no    INT          NOT NULL DEFAULT 0 COMMENT 'fencing token: an old lease settles nothing',
  lease_owner VARCHAR(80)  CHARACTER SET ascii NULL,
  attempts    INT          NOT NULL DEFAULT 0,
  last_error  VARCHAR(200) NULL,
  created_at  DATETIME(3)  NOT NULL,
  settled_at  DATETIME(3)  NULL,
  UNIQUE KEY outbox_once (push_key),
  KEY outbox_next (state, next_at),
  KEY outbox_subject (kind, subject_id),
  CONSTRAINT outbox_state CHECK (state IN ('DUE', 'CLAIMED', 'DONE', 'SKIPPED', 'DEAD'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
