-- What the platforms told us, stored once before it is answered. The payload is sealed and dropped when it is old.

CREATE TABLE inbox (
  id          BIGINT      NOT NULL PRIMARY KEY,
  source      VARCHAR(10) CHARACTER SET ascii NOT NULL,
  event_key   BINARY(32)  NOT NULL COMMENT 'MsgId, or a digest of the event with its TaskId and ResponseCode',
  event       VARCHAR(40) CHARACTER SET ascii NOT NULL,
  payload     VARBINARY(60000) NOT NULL,
  state       VARCHAR(10) CHARACTER SET ascii NOT NULL,
  next_at     DATETIME(3) NOT NULL COMMENT 'DUE: not before; CLAIMED: the lease ends',
  claim_no    INT         NOT NULL DEFAULT 0,
  lease_owner VARCHAR(80) CHARACTER SET ascii NULL,
  attempts    INT         NOT NULL DEFAULT 0,
  last_error  VARCHAR(200) NULL,
  received_at DATETIME(3) NOT NULL,
  settled_at  DATETIME(3) NULL,
  UNIQUE KEY inbox_once (source, event_key),
  KEY inbox_next (state, next_at),
  CONSTRAINT inbox_state CHECK (state IN ('DUE', 'CLAIMED', 'DONE', 'DEAD'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
