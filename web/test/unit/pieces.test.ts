import { expect, test } from "vitest";
import { piecesOf } from "../../sandbox/phone/pieces";

const link = {
  text: "点此开始报到",
  href: "/i/A",
  miniProgram: { appid: "x", path: "p" },
};

test("a link stands where its text stands", () => {
  expect(piecesOf("你好，点此开始报到。", [link])).toEqual([
    { text: "你好，" },
    { text: "点此开始报到", link },
    { text: "。" },
  ]);
});

test("the markup of the official account is not shown", () => {
  const marked =
    '你好，<a href="/i/A" data-miniprogram-appid="x">点此开始报到</a>';
  expect(piecesOf(marked, [link])).toEqual([
    { text: "你好，" },
    { text: "点此开始报到", link },
  ]);
});

test("a link that is not in the text comes after it", () => {
  expect(piecesOf("你好", [link])).toEqual([
    { text: "你好" },
    { text: "点此开始报到", link },
  ]);
});
