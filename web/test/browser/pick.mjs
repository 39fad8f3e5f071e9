/** Chooses from a list of the console. What is chosen lies over its field; while another list still closes, a click opens none. */
export async function pick(scope, label, option) {
  const field = scope.getByLabel(label, { exact: true }).first();
  const wanted = scope.getByRole("option", { name: option });
  for (let tries = 0; tries < 3; tries++) {
    await field.click({ force: true });
    const shown = wanted.waitFor({ timeout: 4000 });
    if (await shown.then(() => true, () => false)) break;
  }
  await wanted.click();
}
