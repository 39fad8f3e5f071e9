import { describe, expect, test } from "vitest";
import { codeIn } from "../../miniprogram/components/target-search/code";
import { stopsOf } from "../../miniprogram/components/transfer-line/stops";
import { blockersOf } from "../../miniprogram/pages/transferring/blockers";
import {
  EMPTY,
  faultsOf,
  fieldsOf,
} from "../../miniprogram/pages/transferring/fields";
import type { Transfer } from "../../shared/api";
import { transfer } from "../stub/transfers.mjs";

const kinds = (state: string) =>
  stopsOf(transfer(state) as Transfer).map(({ kind }) => kind);

describe("the line of a transfer", () => {
  test("says who has it now and who comes next", () => {
    expect(kinds("OPEN")).toEqual(["done", "now", ...Array(4).fill("ahead")]);
    expect(kinds("DONE")).toEqual(Array(6).fill("done"));
  });

  test("ends with the return: what lies behind was never reached", () => {
    expect(kinds("RETURNED")).toEqual(["done", "done", "back", "left", "left"]);
    const { said, note } = stopsOf(transfer("RETURNED") as Transfer)[2]!;
    expect(said).toContain("陈静");
    expect(note).toContain("请先交清团费");
  });

  test("nobody has it any more when its days are over", () => {
    expect(kinds("EXPIRED")).not.toContain("now");
  });
});

describe("the start of a transfer", () => {
  test("a reason of one's own needs words, a target is needed inside alone", () => {
    const other = { ...EMPTY, kind: "INSIDE" as const, reason: "OTHER" };
    expect(Object.keys(faultsOf(other, {}))).toEqual(["words", "targetId"]);
    const out = { ...EMPTY, kind: "OUTSIDE" as const, reason: "WORK" };
    expect(Object.keys(faultsOf(out, {}))).toEqual(["region", "place"]);
    expect(fieldsOf(out, {}).map(({ name }) => name)).toContain("region");
  });

  test("only what no field is to blame for stands in the way", () => {
    const blockers = [
      { code: "REQUIRED", field: "kind", message: "…" },
      { code: "TRANSFER_CADRE", field: null, message: "…" },
    ];
    const found = blockersOf({ blockers, asked: [] });
    expect(found.map(({ page }) => page)).toEqual(["/pages/edit/edit"]);
  });

  test("only an address of a target is one", () => {
    expect(codeIn("https://x.cn/t/4401-A-07")).toBe("4401-A-07");
    expect(codeIn("https://x.cn/i/4401-07")).toBeUndefined();
    expect(codeIn("https://x.cn/t/4401?to=x")).toBeUndefined();
  });
});
