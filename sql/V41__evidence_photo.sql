-- Pictures a member adds to a correction. The picture itself rests sealed outside the database; its name is the id.

CREATE TABLE evidence_photo (
  id         BIGINT      NOT NULL PRIMARY KEY,
  account_id BIGINT      NOT NULL,
  edit_id    BIGINT      NULL COMMENT 'null: chosen, not sent in yet',
  created_at DATETIME(3) NOT NULL,
  KEY evidence_photo_edit (edit_id, id),
  KEY evidence_photo_account (account_id, edit_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
