-- Long work started at the console: who wants what, how far it is, where its result rests.

CREATE TABLE job (
  id              BIGINT       NOT NULL PRIMARY KEY,
  kind            VARCHAR(40)  CHARACTER SET ascii NOT NULL,
  actor           VARCHAR(80)  NOT NULL,
  seat_name       VARCHAR(100) NOT NULL,
  organisation_id BIGINT       NOT NULL,
  role            VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  parameters_sealed VARBINARY(16000) NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  done            BIGINT       NOT NULL DEFAULT 0,
  total           BIGINT       NOT NULL DEFAULT 0,
  message         VARCHAR(200) NULL COMMENT 'for people; nothing personal',
  file_name       VARCHAR(120) NULL COMMENT 'the sealed file is named after the id and the claim',
  file_type       VARCHAR(100) CHARACTER SET ascii NULL,
  next_at         DATETIME(3)  NOT NULL COMMENT 'RUNNING: the lease ends',
  claim_no        INT          NOT NULL DEFAULT 0 COMMENT 'fencing token: an old lease changes nothing',
  lease_owner     VARCHAR(80)  CHARACTER SET ascii NULL,
  created_at      DATETIME(3)  NOT NULL,
  ended_at        DATETIME(3)  NULL,
  KEY job_next (state, next_at),
  KEY job_actor (actor, id),
  KEY job_age (ended_at),
  CONSTRAINT job_state CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
