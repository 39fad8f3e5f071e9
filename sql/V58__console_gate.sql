-- Signing in at the console: the second factor, the steps to it, one-time tokens, and where someone is signed in.

ALTER TABLE org_account
  ADD factor_sealed VARBINARY(200) NULL COMMENT 'secret of the one-time codes; none: enrols at the next sign-in',
  ADD factor_step   BIGINT NOT NULL DEFAULT 0 COMMENT 'last time step whose code was used: none before it opens again',
  ADD locked_at     DATETIME(3) NULL;

CREATE TABLE recovery_code (
  org_account_id BIGINT      NOT NULL,
  hash           BINARY(32)  NOT NULL,
  used_at        DATETIME(3) NULL,
  PRIMARY KEY (org_account_id, hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE sign_in_step (
  ticket        BINARY(32)     NOT NULL PRIMARY KEY COMMENT 'keyed hash; the ticket itself is with the browser',
  who           VARCHAR(40)    CHARACTER SET ascii NOT NULL,
  stage         VARCHAR(10)    CHARACTER SET ascii NOT NULL,
  secret_sealed VARBINARY(200) NULL COMMENT 'shown, not yet confirmed',
  expires_at    DATETIME(3)    NOT NULL,
  KEY sign_in_step_who (who),
  KEY sign_in_step_age (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE console_token (
  hash           BINARY(32)  NOT NULL PRIMARY KEY,
  org_account_id BIGINT      NULL COMMENT 'whose password it sets; none: it makes the first accounts',
  expires_at     DATETIME(3) NOT NULL,
  used_at        DATETIME(3) NULL,
  KEY console_token_account (org_account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE console_session (
  id              BIGINT      NOT NULL PRIMARY KEY,
  who             VARCHAR(40) CHARACTER SET ascii NOT NULL,
  organisation_id BIGINT      NOT NULL,
  label           VARCHAR(40) NOT NULL,
  opened_at       DATETIME(3) NOT NULL,
  seen_at         DATETIME(3) NOT NULL,
  ended_at        DATETIME(3) NULL,
  KEY console_session_who (who, id),
  KEY console_session_age (opened_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
