const TRIES = 4;

/**
 * Chooses from a list of the console and looks whether it is chosen. The field is clicked through what lies over it, so no
 * list may lie there any more: a list that still closes would take the click for one of its options.
 */
export async function pick(scope, label, option) {
  const field = scope.getByLabel(label, { exact: true }).first();
  const wanted = scope.getByRole("option", { name: option });
  const shown = field
    .locator("xpath=ancestor::div[contains(concat(' ', @class, ' '), ' el-select ')][1]")
    .filter({ hasText: option });
  for (let tries = 1; ; tries++) {
    if (!(await wanted.isVisible())) await field.click({ force: true });
    try {
      await wanted.click({ timeout: 5000 });
      // One that takes several stays open.
      await wanted.waitFor({ state: "hidden", timeout: 1500 }).catch(() => {});
      return await shown.waitFor({ timeout: 3000 });
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}
