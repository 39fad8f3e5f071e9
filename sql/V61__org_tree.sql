-- The organisation tree changes: one change at a time, closed organisations stay for the records that name them.

ALTER TABLE organisation
  ADD COLUMN state VARCHAR(6) CHARACTER SET ascii NOT NULL DEFAULT 'OPEN',
  ADD COLUMN merged_into BIGINT NULL COMMENT 'where its members went when it closed',
  ADD KEY organisation_children (parent_id, state, code),
  DROP KEY organisation_parent,
  ADD CONSTRAINT organisation_state CHECK (state IN ('OPEN', 'CLOSED'));

-- One row: who changes the tree updates it first, and by that waits for whoever changes it now.
CREATE TABLE org_tree (
  id   TINYINT NOT NULL PRIMARY KEY,
  turn BIGINT  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO org_tree (id, turn) VALUES (1, 0);
