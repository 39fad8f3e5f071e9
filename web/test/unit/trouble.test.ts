import { expect, test } from "vitest";
import { sayFault, sayOffset } from "../../sandbox/trouble/kinds";

test("a fault is said with its place, its kind and how long it lasts", () => {
  const fault = { endpoint: "message/send", kind: "BUSY", millis: null };
  expect(sayFault({ ...fault, times: 2, probability: null })).toBe(
    "企业微信：发消息 · 系统繁忙 −1 · 还有 2 次",
  );
  expect(sayFault({ ...fault, times: null, probability: 0.3 })).toBe(
    "企业微信：发消息 · 系统繁忙 −1 · 30% · 直到撤销",
  );
});

test("an offset is said in days, hours and minutes", () => {
  expect(sayOffset("PT0S")).toBe("与真实时间一致");
  expect(sayOffset("PT73H30M")).toBe("比真实时间快 3 天 1 小时 30 分");
  expect(sayOffset("PT-1H")).toBe("比真实时间慢 1 小时");
});
