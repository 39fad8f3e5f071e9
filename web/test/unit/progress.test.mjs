// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createApp } from "vue";
import JobProgress from "../../console/pieces/JobProgress.vue";

// Styles are the browser's.
vi.mock("element-plus/es/components/base/style/css", () => ({}));
vi.mock("element-plus/es/components/button/style/css", () => ({}));
vi.mock("element-plus/es/components/progress/style/css", () => ({}));

/** The looks at the job, each answered when the test says so. */
const looks = [];
vi.mock("../../console/door", async (whole) => ({
  ...(await whole()),
  api: { GET: () => new Promise((answer) => looks.push(answer)) },
}));

let app;
beforeEach(() => {
  vi.useFakeTimers();
  looks.length = 0;
  app = createApp(JobProgress, { id: "1", title: "导出" });
  app.mount(document.createElement("div"));
});
afterEach(() => vi.useRealTimers());

const answer = async (status, body) => {
  const response = new Response(null, { status });
  looks.at(-1)(response.ok ? { data: body, response } : { error: body, response });
  await vi.advanceTimersByTimeAsync(5000);
};
const running = { id: "1", state: "RUNNING", done: 1, total: 2 };

test("a job is looked at until it is refused", async () => {
  expect(looks.length).toBe(1);
  await answer(200, running);
  expect(looks.length).toBe(2);
  await answer(503, {});
  expect(looks.length, "a server that is away comes back").toBe(3);
  await answer(404, { code: "JOB_UNKNOWN", detail: "没有找到这项任务。" });
  expect(looks.length).toBe(3);
  expect(app._container.textContent).toContain("没有找到这项任务。");
});

test("nobody looks once the page is left", async () => {
  app.unmount();
  await answer(401, { code: "NOT_SIGNED_IN" });
  expect(looks.length).toBe(1);
});
