import assert from "node:assert/strict";
import { arrive } from "../arrivals.mjs";

/** The first page: charts, the same as tables, and the way to what waits. */
export async function walk(scene) {
  const { page, press, text } = scene;
  await arrive(scene.url, { name: "方概览" });
  await scene.signIn("sx-tuanwei");
  await text("近 30 天申请报到").waitFor();
  await press("刷新");
  await page.getByRole("img", { name: /每日报到。近 30 天申请报到/ }).waitFor();
  await page.locator("svg path").first().waitFor();
  await scene.checkLayout("the overview");
  await scene.checkAccess("the overview");
  await scene.shot("charts");
  for (const chart of ["每日报到", "待审核等待时间", "下级组织"])
    await page
      .getByRole("region", { name: chart, exact: true })
      .getByRole("button")
      .click();
  await page.getByRole("cell", { name: "数学2301团支部" }).or(page.getByRole("rowheader", { name: "数学2301团支部" })).waitFor();
  const days = page.getByRole("region", { name: "每日报到的表格" });
  assert.equal(await days.getByRole("row").count(), 31);
  await scene.checkLayout("the overview as tables");
  await scene.checkAccess("the overview as tables");
  await scene.shot("tables");
  await page.getByRole("link", { name: /等待 3 天以上/ }).click();
  await page.waitForURL(/hours=72/);
}
