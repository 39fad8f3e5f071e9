import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeUpload, render, runsHere, textOf } from "./simulator.mjs";

describe.skipIf(!runsHere)("in Tencent's simulator", () => {
  let place;
  const show = (name, properties) => render(place.upload, name, properties);
  beforeAll(() => {
    place = makeUpload();
  });
  afterAll(() => place.remove());

  test("a step with something to correct shows an exclamation mark", () => {
    const bar = steps();
    expect(textOf(bar)).toBe("1身份信息!团籍资料3联系方式");
  });

  test("a tap on a step opens it", () => {
    const bar = steps();
    const opened = vi.fn();
    bar.addEventListener("open", (event) => opened(event.detail));
    bar.querySelectorAll(".step")[2].dispatchEvent("tap");
    return vi.waitFor(() => expect(opened).toHaveBeenCalledWith({ step: 2 }));
  });

  test("a name with a character beyond the first plane is shown as typed", () => {
    const field = show("form-field", {
      field: {
        name: "name",
        label: "姓名",
        kind: "read",
        value: "𬱖·阿卜杜拉",
      },
    });
    expect(textOf(field)).toContain("𬱖·阿卜杜拉");
  });

  test("a choice shows the name of its code", () => {
    const options = [
      { code: "01", name: "汉族" },
      { code: "05", name: "维吾尔族" },
    ];
    const field = show("form-field", {
      field: {
        name: "ethnicity",
        label: "民族",
        kind: "choice",
        value: "05",
        options,
      },
    });
    expect(textOf(field)).toContain("维吾尔族");
  });

  test("an error stands beside its field", () => {
    const field = show("form-field", {
      field: {
        name: "name",
        label: "姓名",
        kind: "text",
        error: "姓名里不能有数字",
      },
    });
    expect(textOf(field)).toContain("姓名里不能有数字");
  });

  test("a branch search that finds nothing says what to do", async () => {
    globalThis.wx = answering({ items: [] });
    const search = show("branch-search", { label: "所在团支部" });
    await search.instance.open();
    search.instance.onInput({ detail: { value: "没有的支部" } });
    await vi.waitFor(() => expect(textOf(search)).toContain("向团支书要二维码"));
  });

  function steps() {
    return show("step-bar", {
      titles: ["身份信息", "团籍资料", "联系方式"],
      current: 0,
      wrong: [false, true, false],
    });
  }
});

function answering(data) {
  return {
    getStorageSync: () => "",
    showModal: ({ success }) => success({ confirm: true }),
    request: ({ success }) => success({ statusCode: 200, data }),
  };
}
