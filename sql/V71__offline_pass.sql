-- 线下通过: a reviewer at the console held the document in their hands, says so and shows it.

CREATE TABLE offline_pass (
  id                 BIGINT         NOT NULL PRIMARY KEY COMMENT 'of the real-name check that stands for it',
  registration_id    BIGINT         NOT NULL,
  explanation_sealed VARBINARY(2000) NOT NULL,
  passed_by          VARCHAR(80)    CHARACTER SET ascii NOT NULL COMMENT 'kind:id',
  passed_name        VARCHAR(60)    NOT NULL,
  passed_at          DATETIME(3)    NOT NULL,
  KEY offline_pass_registration (registration_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- The picture itself rests sealed outside the database; its name is the id.
CREATE TABLE offline_photo (
  id         BIGINT      NOT NULL PRIMARY KEY,
  actor      VARCHAR(80) CHARACTER SET ascii NOT NULL COMMENT 'who brought it',
  pass_id    BIGINT      NULL COMMENT 'null: chosen, not sent in yet',
  created_at DATETIME(3) NOT NULL,
  KEY offline_photo_pass (pass_id, id),
  KEY offline_photo_actor (actor, pass_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
