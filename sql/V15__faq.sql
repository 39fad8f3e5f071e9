-- Answers of the official account, found by a word inside what was typed; the first by position wins. To be edited freely.

CREATE TABLE faq (
  keyword  VARCHAR(30)  NOT NULL PRIMARY KEY,
  answer   VARCHAR(600) NOT NULL,
  position INT          NOT NULL,
  KEY faq_position (position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

INSERT INTO faq (keyword, answer, position) VALUES
  ('校验失败', '实名认证校验失败时，系统会在 24 小时内自动再次校验，72 小时内都能得出结果。若仍未通过，请联系团支部线下核验身份，核验无误后由组织在 PC 网站办理“线下通过”。', 10),
  ('实名', '提交后系统会自动校验姓名和证件号码，未通过的会在 24 小时内自动再次校验，72 小时内都能得出结果，请耐心等待；校验期间支部暂时不能同意。', 20),
  ('撤回', '在支部审核完成之前，可以在小程序里点“撤回报到”，修改资料后重新提交。', 30),
  ('换号', '如果曾经报到过但换了手机号，请用原报到手机号登录；原号码已不能使用的，请联系团支部办理换绑。', 40),
  ('手机号', '报到手机号就是登录账号，会与团员信息绑定。如果曾经报到过但换了手机号，请用原报到手机号登录；原号码已不能使用的，请联系团支部办理换绑。', 50),
  ('退回', '资料被退回时，小程序里会写明退回原因。请按原因修改后重新提交，支部会再次审核。', 60),
  ('编号', '2017 年 1 月之后入团的团员需要填写发展团员编号，可以在入团志愿书上找到；找不到时请联系团支部。', 70);
