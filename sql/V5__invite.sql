-- Invitations: a code behind a QR picture, and who scanned it.

CREATE TABLE invitation (
  id              BIGINT       NOT NULL PRIMARY KEY,
  code            VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organisation_id BIGINT       NOT NULL,
  issued_by       BIGINT       NOT NULL,
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  url             VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what the QR picture says, from the platform',
  expires_at      DATETIME(3)  NOT NULL,
  scans           INT          NOT NULL DEFAULT 0,
  created_at      DATETIME(3)  NOT NULL,
  UNIQUE KEY invitation_code (code),
  KEY invitation_organisation (organisation_id, id),
  CONSTRAINT invitation_state CHECK (state IN ('PREPARING', 'READY', 'FAILED', 'REVOKED'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE invitation_scan (
  token         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  invitation_id BIGINT      NULL COMMENT 'null: came from the menu or a keyword',
  openid        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the official account',
  used_by       BIGINT      NULL COMMENT 'the account bound to the openid by this token',
  expires_at    DATETIME(3) NOT NULL,
  KEY invitation_scan_age (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
