// A member's transfer on the phone, in steps that any walk may put together: start, look at the line, take back.

/** Finds the organisation a transfer leads to. `found` is part of what the list shows. */
export async function findTarget(thumb, words, found) {
  await thumb.tap("转入的团组织，点此查找");
  await thumb.fill("查找转入的团组织", words);
  await thumb.text(found).click();
}

/** From the home page to a transfer that waits for its first node. */
export async function startsTransfer(
  { thumb, look },
  { words, found, reason = "工作", unit = "南岭应用数学研究所" },
) {
  await thumb.tap("组织关系转接");
  await thumb.button(/发起(新的)?转接/).press("Enter");
  await thumb.choose("转接类型", "省内转接");
  await thumb.choose("转接原因", reason);
  await findTarget(thumb, words, found);
  await thumb.fill("工作单位", unit);
  await look("transfer-filled");
  await thumb.tap("下一步：核对");
  await thumb.text("将依次由以下团组织审核").waitFor();
  await look("transfer-preview");
  await thumb.tap("提交转接");
  await thumb.tap("允许");
  await thumb.text("现在在这里").waitFor();
  await look("transfer-open");
}

/** The line as it stands now: opened anew, a sentence of it awaited. */
export async function seesTransfer({ house, page, member, thumb, look }, said) {
  await page.goto("about:blank");
  await page.goto(`${house.url}/mp/?member=${member}#pages/transfer/transfer`);
  await thumb.text(said).waitFor();
  await look("transfer-line");
}

export async function withdrawsTransfer({ thumb, look }, reason) {
  await thumb.tap("撤回转接");
  await thumb.fill("撤回原因", reason);
  await thumb.tap("确认撤回");
  await thumb.text("：已撤回").waitFor();
  await look("transfer-withdrawn");
}
