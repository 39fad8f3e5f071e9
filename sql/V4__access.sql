-- Who may act for an organisation: people by the roster, committees by their organisation account.

CREATE TABLE staff (
  id           BIGINT      NOT NULL PRIMARY KEY,
  name         VARCHAR(60) NOT NULL,
  wecom_userid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL COMMENT 'the platform ignores case',
  UNIQUE KEY staff_wecom (wecom_userid)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE roster (
  organisation_id BIGINT      NOT NULL,
  staff_id        BIGINT      NOT NULL,
  role            VARCHAR(10) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (organisation_id, staff_id),
  KEY roster_staff (staff_id),
  CONSTRAINT roster_role CHECK (role IN ('OPERATOR', 'ADMIN', 'VIEWER'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE org_account (
  id              BIGINT       NOT NULL PRIMARY KEY,
  organisation_id BIGINT       NOT NULL,
  login           VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  password_hash   VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY org_account_login (login)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- Wrong passwords, counted for every name that was tried: a name nobody has is slowed down like any other.
CREATE TABLE sign_in_failure (
  who          BINARY(32)  NOT NULL PRIMARY KEY COMMENT 'blind index of the phone or login',
  failures     INT         NOT NULL,
  slowed_until DATETIME(3) NULL,
  last_at      DATETIME(3) NOT NULL,
  KEY sign_in_failure_age (last_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
