-- A second operator of the physicists' branch.

INSERT INTO staff (id, name, wecom_userid) VALUES (205, '孙伟', 'sunwei');

INSERT INTO roster (organisation_id, staff_id, role) VALUES (1101, 205, 'OPERATOR');
