/** A question and what to do about it. */
export interface Entry {
  question: string;
  answer: string;
}

/** Known without a network. */
export const TROUBLES: Entry[] = [
  {
    question: "收不到短信验证码",
    answer:
      "请核对手机号，看看短信是否被拦截。60 秒后可以重新获取；一个号码一小时内只能获取几次，次数用完请过一小时再试。",
  },
  {
    question: "找不到我的团支部",
    answer:
      "换个词查找：支部全称、简称、编码或拼音首字母都可以。仍然没有，请向团支书要支部的报到二维码，用微信扫一扫会自动填好。",
  },
  {
    question: "选错了团支部",
    answer:
      "支部审核之前，可以在进度页点“撤回报到”，改选后重新提交。已经审核通过的，请在“修改资料”里申请更正，由上级团组织核实。",
  },
  {
    question: "提交很久了还没有审核",
    answer:
      "进度页写着现在由谁办理。支部一天未处理会收到提醒，三天未处理会转请上级一起办理。您也可以直接联系团支书，请其在企业微信里审核。",
  },
  {
    question: "实名认证没有通过",
    answer:
      "不一定是填写有误：近期改名、户籍迁移、生僻字都可能造成。请对照证件检查一遍；没有错误就不用做什么，系统会自动再核对，72 小时内有结果，之后由团支部线下核对证件。",
  },
  {
    question: "提示证件号码已由其他手机号报到",
    answer:
      "请用原来报到的手机号登录。原号码不再使用的，可以申请换绑手机号，由团支部核实后办理。",
  },
  {
    question: "提示发展团员编号已被使用或不对",
    answer:
      "请对照入团志愿书右上角逐位核对，不要填团员证上的 8 位编号。核对无误仍不能提交，请联系团支书，由上级团组织查明。",
  },
  {
    question: "姓名里有生僻字或间隔号",
    answer:
      "照证件填写即可。生僻字可以用手写输入法输入；间隔号用“·”，其他写法的点也能识别。",
  },
];

/** The entries that have every word of the query, wherever. */
export function search(entries: Entry[], query: string): Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ question, answer }) => {
    const text = `${question} ${answer}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
