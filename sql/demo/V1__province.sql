-- A small province for the default run. Never loaded anywhere else.

INSERT INTO organisation (id, parent_id, kind, name, short_name, code, initials, path) VALUES
  (1,    NULL, 'LEADING_ORGAN',  '共青团南岭省委员会',                 '南岭团省委',       '44',           'NLTSW',   '/1/'),
  (10,   1,    'COMMITTEE',      '共青团南岭大学委员会',               '南岭大学团委',     '4401',         'NLDXTW',  '/1/10/'),
  (100,  10,   'COMMITTEE',      '共青团南岭大学数学学院委员会',       '数学学院团委',     '440101',       'SXXYTW',  '/1/10/100/'),
  (101,  10,   'COMMITTEE',      '共青团南岭大学物理学院委员会',       '物理学院团委',     '440102',       'WLXYTW',  '/1/10/101/'),
  (1001, 100,  'BRANCH',         '南岭大学数学学院2301团支部',         '数学2301团支部',   '4401010001',   'SX2301TZB', '/1/10/100/1001/'),
  (1002, 100,  'BRANCH',         '南岭大学数学学院2302团支部',         '数学2302团支部',   '4401010002',   'SX2302TZB', '/1/10/100/1002/'),
  (1003, 100,  'BRANCH',         '南岭大学数学学院研究生团支部',       '数学研究生团支部', '4401010003',   'SXYJSTZB', '/1/10/100/1003/'),
  (1101, 101,  'BRANCH',         '南岭大学物理学院2301团支部',         '物理2301团支部',   '4401020001',   'WL2301TZB', '/1/10/101/1101/');

INSERT INTO university (id, name) VALUES
  (1, '南岭大学'), (2, '南岭师范学院'), (3, '海湾理工大学'), (4, '珠江职业技术学院');

INSERT INTO staff (id, name, wecom_userid) VALUES
  (201, '张三', 'zhangsan'), (202, '李四', 'lisi'), (203, '陈静', 'chenjing'), (204, '赵敏', 'zhaomin');

-- 2302 has its own operator; the graduates' branch has none, so its tasks go to the committee above.
INSERT INTO roster (organisation_id, staff_id, role) VALUES
  (1001, 201, 'OPERATOR'), (1001, 202, 'OPERATOR'), (1002, 204, 'OPERATOR'), (100, 203, 'ADMIN'), (1101, 204, 'OPERATOR');
