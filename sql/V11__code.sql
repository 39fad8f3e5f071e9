-- Code tables of the form. National standards where there is one, not invented codes.

CREATE TABLE code (
  kind     VARCHAR(20) CHARACTER SET ascii NOT NULL,
  code     VARCHAR(12) CHARACTER SET ascii NOT NULL,
  name     VARCHAR(60) NOT NULL,
  position INT         NOT NULL,
  PRIMARY KEY (kind, code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

-- ethnicity: GB/T 3304
INSERT INTO code (kind, code, name, position) VALUES
  ('ethnicity', '01', '汉族', 1),
  ('ethnicity', '02', '蒙古族', 2),
  ('ethnicity', '03', '回族', 3),
  ('ethnicity', '04', '藏族', 4),
  ('ethnicity', '05', '维吾尔族', 5),
  ('ethnicity', '06', '苗族', 6),
  ('ethnicity', '07', '彝族', 7),
  ('ethnicity', '08', '壮族', 8),
  ('ethnicity', '09', '布依族', 9),
  ('ethnicity', '10', '朝鲜族', 10),
  ('ethnicity', '11', '满族', 11),
  ('ethnicity', '12', '侗族', 12),
  ('ethnicity', '13', '瑶族', 13),
  ('ethnicity', '14', '白族', 14),
  ('ethnicity', '15', '土家族', 15),
  ('ethnicity', '16', '哈尼族', 16),
  ('ethnicity', '17', '哈萨克族', 17),
  ('ethnicity', '18', '傣族', 18),
  ('ethnicity', '19', '黎族', 19),
  ('ethnicity', '20', '傈僳族', 20),
  ('ethnicity', '21', '佤族', 21),
  ('ethnicity', '22', '畲族', 22),
  ('ethnicity', '23', '高山族', 23),
  ('ethnicity', '24', '拉祜族', 24),
  ('ethnicity', '25', '水族', 25),
  ('ethnicity', '26', '东乡族', 26),
  ('ethnicity', '27', '纳西族', 27),
  ('ethnicity', '28', '景颇族', 28),
  ('ethnicity', '29', '柯尔克孜族', 29),
  ('ethnicity', '30', '土族', 30),
  ('ethnicity', '31', '达斡尔族', 31),
  ('ethnicity', '32', '仫佬族', 32),
  ('ethnicity', '33', '羌族', 33),
  ('ethnicity', '34', '布朗族', 34),
  ('ethnicity', '35', '撒拉族', 35),
  ('ethnicity', '36', '毛南族', 36),
  ('ethnicity', '37', '仡佬族', 37),
  ('ethnicity', '38', '锡伯族', 38),
  ('ethnicity', '39', '阿昌族', 39),
  ('ethnicity', '40', '普米族', 40),
  ('ethnicity', '41', '塔吉克族', 41),
  ('ethnicity', '42', '怒族', 42),
  ('ethnicity', '43', '乌孜别克族', 43),
  ('ethnicity', '44', '俄罗斯族', 44),
  ('ethnicity', '45', '鄂温克族', 45),
  ('ethnicity', '46', '德昂族', 46),
  ('ethnicity', '47', '保安族', 47),
  ('ethnicity', '48', '裕固族', 48),
  ('ethnicity', '49', '京族', 49),
  ('ethnicity', '50', '塔塔尔族', 50),
  ('ethnicity', '51', '独龙族', 51),
  ('ethnicity', '52', '鄂伦春族', 52),
  ('ethnicity', '53', '赫哲族', 53),
  ('ethnicity', '54', '门巴族', 54),
  ('ethnicity', '55', '珞巴族', 55),
  ('ethnicity', '56', '基诺族', 56),
  ('ethnicity', '97', '其他', 57);

-- politicalStatus: GB/T 4762
INSERT INTO code (kind, code, name, position) VALUES
  ('politicalStatus', '03', '共青团员', 1),
  ('politicalStatus', '02', '中共预备党员', 2),
  ('politicalStatus', '01', '中共党员', 3),
  ('politicalStatus', '13', '群众', 4);

-- education: GB/T 4658
INSERT INTO code (kind, code, name, position) VALUES
  ('education', '11', '博士研究生', 1),
  ('education', '14', '硕士研究生', 2),
  ('education', '21', '大学本科', 3),
  ('education', '31', '大学专科', 4),
  ('education', '41', '中等专科', 5),
  ('education', '44', '职业高中', 6),
  ('education', '47', '技工学校', 7),
  ('education', '61', '普通高中', 8),
  ('education', '71', '初中', 9),
  ('education', '81', '小学', 10),
  ('education', '90', '其他', 11);

-- occupation: the guides' list
INSERT INTO code (kind, code, name, position) VALUES
  ('occupation', '01', '国有企业职工', 1),
  ('occupation', '02', '非公有制企业职工', 2),
  ('occupation', '03', '机关事业单位职工', 3),
  ('occupation', '04', '社会组织从业人员', 4),
  ('occupation', '05', '农民', 5),
  ('occupation', '06', '学生', 6),
  ('occupation', '07', '自由职业者', 7),
  ('occupation', '08', '公办高校教职工', 8),
  ('occupation', '09', '公办中学教职工', 9),
  ('occupation', '10', '公办中职教职工', 10),
  ('occupation', '11', '民办高校教职工', 11),
  ('occupation', '12', '民办中学教职工', 12),
  ('occupation', '13', '民办中职教职工', 13),
  ('occupation', '99', '其他', 14);

-- income: monthly, yuan
INSERT INTO code (kind, code, name, position) VALUES
  ('income', '1', '2000 元以下', 1),
  ('income', '2', '2000–5000 元', 2),
  ('income', '3', '5000–8000 元', 3),
  ('income', '4', '8000–10000 元', 4),
  ('income', '5', '10000 元以上', 5);

-- duty: the guides' list
INSERT INTO code (kind, code, name, position) VALUES
  ('duty', '01', '书记', 1),
  ('duty', '02', '副书记', 2),
  ('duty', '03', '组织委员', 3),
  ('duty', '04', '宣传委员', 4),
  ('duty', '05', '文体委员', 5),
  ('duty', '06', '生产委员', 6),
  ('duty', '07', '权益委员', 7),
  ('duty', '08', '志愿服务委员', 8),
  ('duty', '99', '其他', 9);

-- dutyKind: the guides' list
INSERT INTO code (kind, code, name, position) VALUES
  ('dutyKind', '1', '专职', 1),
  ('dutyKind', '2', '兼职', 2),
  ('dutyKind', '3', '挂职', 3);

-- documentKind: ours
INSERT INTO code (kind, code, name, position) VALUES
  ('documentKind', 'RESIDENT_ID', '居民身份证', 1),
  ('documentKind', 'OVERSEAS', '境外证件', 2);

