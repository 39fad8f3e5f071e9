-- Each line says which organisation it is about, so that an auditor finds those of a subtree, newest first.

ALTER TABLE audit
  ADD organisation_id BIGINT NULL COMMENT 'of the thing, else of the actor; none for what belongs to no organisation yet',
  ADD KEY audit_organisation (organisation_id, id),
  ADD KEY audit_actor (actor, id),
  ADD KEY audit_action (action, id);

UPDATE audit SET organisation_id = subject_id WHERE subject_kind = 'organisation';
