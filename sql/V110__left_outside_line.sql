-- Who arrived out of the province stands among those who left, in every organisation above.

INSERT INTO leaving_line (organisation_id, registration_id, standing, day)
SELECT l.organisation_id, l.registration_id, 'LEFT', DATE(r.left_at + INTERVAL 8 HOUR)
FROM member_line l JOIN registration r ON r.id = l.registration_id
WHERE r.state = 'LEFT_OUTSIDE' AND r.birth_date IS NOT NULL
ON DUPLICATE KEY UPDATE standing = VALUES(standing), day = VALUES(day);
