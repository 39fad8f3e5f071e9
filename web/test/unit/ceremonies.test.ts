import { expect, test } from "vitest";
import { minuteInChina } from "../../shared/rules/ceremonies";

test("a field for date and time holds China's clock, wherever the computer is", () => {
  expect(minuteInChina("2026-05-04T07:30:00Z")).toBe("2026-05-04T15:30");
  expect(minuteInChina(new Date("2026-12-31T16:00:00Z"))).toBe("2027-01-01T00:00");
});
