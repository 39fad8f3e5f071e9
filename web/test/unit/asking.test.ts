// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal, take } from "../../console/door";
import { useForm } from "../../console/form";
import { useList } from "../../console/pages/forms/useList";
import { keep, kept, type Kept } from "../../console/session";
import { usePages } from "../../m/load";

// Outside of a component nothing is mounted; what is tested here is asked for by hand.
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

interface Page {
  items: string[];
  next: string | null;
}

/** Answers come when they are let. */
function questions() {
  const open: { asked?: string; answer: (page: Page) => void; fail: (error: Error) => void }[] = [];
  const ask = (asked?: string) =>
    new Promise<Page>((answer, fail) => open.push({ asked, answer, fail }));
  return { open, ask };
}
const page = (items: string[], next: string | null = null): Page => ({ items, next });

test("an older answer or trouble never wins over what was asked later", async () => {
  const { open, ask } = questions();
  const list = useList(ask);
  const [older, newer] = [list.turn("a"), list.turn("b")];
  open[1]!.answer(page(["new"]));
  await newer;
  open[0]!.fail(new Error("too late"));
  await older;
  expect([list.items.value, list.said.value, list.busy.value]).toEqual([["new"], "", false]);
  const [third, fourth] = [list.turn("c"), list.turn("d")];
  open[2]!.answer(page(["old"]));
  await third;
  expect(list.busy.value, "the later one is still under way").toBe(true);
  open[3]!.answer(page(["newest"]));
  await fourth;
  expect(list.items.value).toEqual(["newest"]);
});

test("a phone's list grows at its end, once for however many taps", async () => {
  const { open, ask } = questions();
  const list = usePages(ask);
  const first = list.load();
  open[0]!.answer(page(["1"], "1"));
  await first;
  const taps = [list.more(), list.more()];
  expect(open.length).toBe(2);
  open[1]!.answer(page(["2"]));
  await Promise.all(taps);
  expect(list.shown.value).toEqual(page(["1", "2"]));
});

test("what was to be added to another list is dropped", async () => {
  const { open, ask } = questions();
  const list = usePages(ask);
  const first = list.load();
  open[0]!.answer(page(["one tab"], "1"));
  await first;
  const adding = list.more();
  const other = list.restart();
  expect(list.shown.value).toBeUndefined();
  open[2]!.answer(page(["other tab"]));
  await other;
  open[1]!.answer(page(["one tab, more"]));
  await adding;
  expect(list.shown.value).toEqual(page(["other tab"]));
});

test("a late answer to the session before does not end the new one", async () => {
  const refuse = { error: { code: "NOT_SIGNED_IN" }, response: new Response(null, { status: 401 }) };
  const signedIn = (session: string) => keep({ session, account: {} } as Kept);
  signedIn("before");
  const late = take(Promise.resolve(refuse));
  signedIn("now");
  await expect(late).rejects.toBeInstanceOf(Refusal);
  expect(kept.value?.session).toBe("now");
  await expect(take(Promise.resolve(refuse))).rejects.toBeInstanceOf(Refusal);
  expect(kept.value).toBeUndefined();
});

test("what has no field is said below the form, whatever stands beside others", async () => {
  const { said, wrong, send } = useForm();
  const refuse = (detail: string, ...fields: string[]) => {
    const errors = fields.map((field) => ({ field, code: "X", message: "请填写。" }));
    return send(() => Promise.reject(new Refusal(422, { detail, errors } as Refusal["problem"])));
  };
  await refuse("请填写。", "place.name");
  expect([said.value, wrong.value]).toEqual(["", { "place.name": "请填写。" }]);
  await refuse("还担任团内职务。 有 1 处需要修改，请查看标出的内容。", "place.name");
  expect(said.value).toContain("还担任团内职务。");
  expect(Object.keys(wrong.value)).toEqual(["place.name"]);
});
