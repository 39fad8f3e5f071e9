import type { Fault } from "../shapes";

/** What each kind of fault does, for people. */
export const KINDS: Record<string, string> = {
  BUSY: "系统繁忙 −1",
  TOKEN_INVALID: "令牌无效 40014",
  TOKEN_EXPIRED: "令牌过期 42001",
  LIMIT: "超出频率 45009",
  CONCURRENCY: "并发过多 45033",
  IP: "IP 不可信 60020、40164",
  NOBODY: "接收人全部无效 81013",
  CODE: "卡片更新码失效 60140",
  REFUSED: "用户拒收 43101",
  WINDOW: "超过客服时限 45015",
  COUNT: "客服消息条数用完 45047",
  LOGIN: "登录码无效 40029",
  LOGIN_USED: "登录码已用过 40163",
  BAD_GATEWAY: "502 网页",
  EMPTY: "空应答",
  SLOW: "慢 6 秒",
  RESET: "连接断开",
};

export const CALLBACK_KINDS: Record<string, string> = {
  DUPLICATE: "重复投递",
  OUT_OF_ORDER: "迟到，被后一条超过",
  LOST: "丢失",
};

export const ENDPOINTS: Record<string, string> = {
  "*": "所有接口",
  gettoken: "企业微信：取令牌",
  "message/send": "企业微信：发消息",
  "message/update_template_card": "企业微信：更新卡片",
  "agent/get": "企业微信：查看应用",
  "media/upload": "上传素材",
  "menu/create": "创建菜单",
  "qrcode/create": "公众号：生成二维码",
  "message/custom/send": "公众号：客服消息",
  "message/subscribe/send": "小程序：订阅消息",
  stable_token: "公众号、小程序：取令牌",
  "sns/jscode2session": "小程序：登录",
  "sms/send": "短信",
};

export const CALLBACKS: Record<string, string> = {
  "callback/*": "所有回调",
  "callback/wecom": "企业微信的回调",
  "callback/oa": "公众号的回调",
};

/** 企业微信：发消息 · 系统繁忙 −1 · 还有 2 次 */
export function sayFault(fault: Fault): string {
  const { endpoint, kind, times, probability } = fault;
  const words = [
    ENDPOINTS[endpoint] ?? CALLBACKS[endpoint] ?? endpoint,
    KINDS[kind] ?? CALLBACK_KINDS[kind] ?? kind,
  ];
  if (probability != null) words.push(`${Math.round(probability * 100)}%`);
  words.push(times == null ? "直到撤销" : `还有 ${times} 次`);
  return words.join(" · ");
}

/** PT73H30M → 快 3 天 1 小时 30 分 */
export function sayOffset(iso: string): string {
  const minutes = Math.round(minutesOf(iso));
  if (!minutes) return "与真实时间一致";
  const all = Math.abs(minutes);
  const parts = [
    [Math.floor(all / 1440), "天"],
    [Math.floor(all / 60) % 24, "小时"],
    [all % 60, "分"],
  ] as const;
  const said = parts.filter(([n]) => n).map(([n, unit]) => `${n} ${unit}`);
  return `比真实时间${minutes > 0 ? "快" : "慢"} ${said.join(" ")}`;
}

/** Java writes PT-1H-30M for what is before, and never days. */
function minutesOf(iso: string): number {
  const part = (unit: string) =>
    Number(new RegExp(`(-?[\\d.]+)${unit}`).exec(iso)?.[1] ?? 0);
  return part("H") * 60 + part("M") + part("S") / 60;
}
