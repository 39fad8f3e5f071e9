import { afterEach, expect, test, vi } from "vitest";
import type { Checked, Codes, Edit, Profile } from "../../shared/api";
import { levelsTo } from "../../miniprogram/components/region-field/levels";
import { waitingOf } from "../../miniprogram/pages/home/waiting";
import { TROUBLES, search } from "../../miniprogram/pages/help/entries";
import { stepOf } from "../../miniprogram/pages/history/view";
import { Verdict } from "../../miniprogram/pages/profile/verdict";
import {
  describe,
  tidy,
  wishOf,
  wishedBefore,
} from "../../miniprogram/services/changes";
import { download } from "../../miniprogram/services/file";
import { regionsWithin } from "../stub/regions.mjs";

afterEach(() => vi.unstubAllGlobals());

const NAMES = ["income", "cadre", "duty", "email", "household"];

test("only what differs is sent, and what was taken away as empty", () => {
  const present: Profile = { income: "1", cadre: true, duty: "2", email: "a@b.cn" };
  const wished: Profile = { income: "1", cadre: false, duty: "2", email: "" };
  expect(wishOf(present, tidy(wished), NAMES)).toEqual({
    cadre: false,
    duty: "",
    email: "",
  });
  expect(wishOf(present, { ...present }, NAMES)).toEqual({});
  expect(wishOf({}, { cadre: false }, NAMES), "no and nothing are one").toEqual(
    {},
  );
});

test("old and new are said in words", async () => {
  answer((url) => ({
    items: regionsWithin(new URL(url).searchParams.get("within") ?? ""),
  }));
  const fields = [
    { name: "income", label: "收入档", kind: "choice" as const, options: [code("1", "2000 元以下")] },
    { name: "household", label: "户籍地", kind: "region" as const },
    { name: "cadre", label: "团干部", kind: "switch" as const },
  ];
  const wish: Profile = { income: "1", household: "441900", cadre: true };
  const changes = await describe(wish, { household: "440106" }, fields);
  expect(changes.map((c) => [c.label, c.before, c.after])).toEqual([
    ["收入档", "未填", "2000 元以下"],
    ["户籍地", "广东省广州市天河区", "广东省东莞市"],
    ["团干部", "否", "是"],
  ]);
});

test("a region leads to its pickers, however deep it lies", async () => {
  answer((url) => ({
    items: regionsWithin(new URL(url).searchParams.get("within") ?? ""),
  }));
  const names = async (of: string) => (await levelsTo(of)).map((l) => l.name);
  expect(await names("")).toEqual([""]);
  expect(await names("440000")).toEqual(["广东省", ""]);
  expect(await names("440106")).toEqual(["广东省", "广州市", "天河区"]);
  expect(await names("441900")).toEqual(["广东省", "东莞市"]);
  expect(await names("110101")).toEqual(["北京市", "东城区"]);
});

test("a returned change is put back into the form, from words to codes", () => {
  const codes = { politicalStatus: [code("01", "中共党员")] } as Codes;
  const changes = [
    change("politicalStatus", "中共党员"),
    change("cadre", "是"),
    change("duty", "未填"),
    change("documentNumber", "440***********1234"),
    change("dutySince", "2024-09"),
  ];
  expect(wishedBefore({ changes } as Edit, { ...codes, duty: [] } as unknown as Codes)).toEqual({
    politicalStatus: "01",
    cadre: true,
    duty: "",
    dutySince: "2024-09",
  });
});

test("what the server says of an older form is not said of a newer one", async () => {
  const pending: ((checked: Checked) => void)[] = [];
  vi.stubGlobal("wx", {
    getStorageSync: () => "",
    request: ({ success }: { success: (answer: object) => void }) =>
      pending.push((data) => success({ statusCode: 200, data })),
  });
  const verdict = new Verdict();
  const profile: Profile = { joinMonth: "2021-05", memberNumber: "1" };
  const first = verdict.ask(profile);
  profile.memberNumber = "202144000123";
  const second = verdict.ask(profile);
  pending[1]!({ errors: [], warnings: [] });
  expect(await second).toBe(true);
  pending[0]!({ errors: [fault("memberNumber", "MEMBER_NUMBER_LENGTH")], warnings: [] });
  expect(await first).toBe(false);
  expect(verdict.faultsOf(profile)).toEqual([]);
  expect(verdict.remarksOn(profile).numberIsFree).toBe(true);
});

test("nothing is held against a field the member has not filled in", async () => {
  answer(() => ({
    errors: [
      fault("memberNumber", "MEMBER_NUMBER_REQUIRED"),
      fault("joinAgeNote", "JOIN_AGE_NOTE_REQUIRED"),
    ],
    warnings: [fault("joinMonth", "JOINED_UNDER_14")],
  }));
  const verdict = new Verdict();
  const profile: Profile = { joinMonth: "2017-06" };
  await verdict.ask(profile);
  expect(verdict.faultsOf(profile)).toEqual([]);
  const remarks = verdict.remarksOn(profile);
  expect([remarks.explain, remarks.numbered]).toEqual([true, true]);
  expect(remarks.warnings).toEqual({ joinMonth: "JOINED_UNDER_14" });
  expect(verdict.remarksOn({ joinMonth: "2012-01" }).numbered).toBe(false);
});

test("help is found by every word of the question", () => {
  expect(search(TROUBLES, "")).toEqual(TROUBLES);
  expect(search(TROUBLES, "撤回 支部").length).toBeGreaterThan(0);
  expect(search(TROUBLES, "撤回 食堂")).toEqual([]);
});

test("home says what waits and where to go for it", () => {
  const registration = (state: string, kind: string) =>
    ({ state, next: "…", edit: { kind, label: "资料修改" } }) as never;
  expect(waitingOf(registration("EDIT_RETURNED", "EDIT"))?.title).toBe("资料修改被退回");
  expect(waitingOf(registration("EDIT_PENDING", "CORRECTION"))?.page).toContain("correction");
  expect(waitingOf({ state: "APPROVED", edit: null } as never)).toBeNull();
});

test("steps are told apart by what came of them", () => {
  const kind = (what: string) => stepOf({ at: "", what, label: "", by: "", note: null }, 0).kind;
  expect(["EDIT_APPROVED", "RETURNED", "SUBMITTED"].map(kind)).toEqual(["agreed", "back", "mine"]);
});

test("a refused download says why, from the file that came instead", async () => {
  vi.stubGlobal("wx", {
    getStorageSync: () => "session-1",
    downloadFile: ({ success, header }: never) =>
      (success as (a: object) => void)({
        statusCode: header["X-Session"] === "session-1" ? 409 : 401,
        tempFilePath: "tmp",
      }),
    getFileSystemManager: () => ({
      readFile: ({ success }: { success: (a: object) => void }) =>
        success({ data: '{"code":"NOT_APPROVED","detail":"支部审核通过后才能查看。"}' }),
    }),
  });
  await expect(download("/api/registration/card.png")).rejects.toMatchObject({
    kind: "REFUSED",
    code: "NOT_APPROVED",
    message: "支部审核通过后才能查看。",
  });
});

function answer(body: (url: string) => object) {
  vi.stubGlobal("wx", {
    getStorageSync: () => "",
    request: ({ url, success }: { url: string; success: (a: object) => void }) =>
      success({ statusCode: 200, data: body(url) }),
  });
}

function code(value: string, name: string) {
  return { code: value, name };
}

function change(field: string, after: string) {
  return { field, label: field, before: "", after };
}

function fault(field: string, name: string) {
  return { field, code: name, message: name };
}
