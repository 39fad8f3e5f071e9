const TRIES = 4;

/**
 * Chooses from a list of the console and looks whether it is chosen. What is chosen lies over its field; while a list still
 * closes, a click may open none, and an option that fades takes no click.
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
      return await shown.waitFor({ timeout: 3000 });
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}
