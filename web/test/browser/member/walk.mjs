// From the scan to 认证资料, with a return, a withdrawal and two submissions more; then every page of a member's days.
import {
  enter,
  identity,
  membership,
  register,
  rest,
  submit,
} from "./arriving.mjs";
import { returned, withdrawn, approved } from "./deciding.mjs";
import { comesBack, keeps } from "./keeping.mjs";
import { corrects, edits, reads } from "./living.mjs";
import { startsTransfer, withdrawsTransfer } from "./moving.mjs";

const PHYSICS = { words: "物理 2301", found: "南岭大学物理学院2301团支部" };

export async function walk(scene) {
  const { told } = scene;
  await told("a scan leads into the mini-program", () => enter(scene));
  await told("an account is made", () => register(scene));
  await told("step one: who somebody is", () => identity(scene));
  await told("step two: what they are in the league", () => membership(scene));
  await told("step three, submitted", async () => {
    await rest(scene);
    await submit(scene);
    await scene.look("pending");
  });
  await told("returned, read, corrected, submitted", () => returned(scene));
  await told("withdrawn, changed, submitted again", () => withdrawn(scene));
  await told("approved: home and 认证资料", () => approved(scene));
  await told("progress, messages and help are read", () => reads(scene));
  await told("the card, the settings, all the data to keep", () =>
    keeps(scene),
  );
  await told("an edit waits for the branch and is agreed to", () =>
    edits(scene),
  );
  await told("a transfer begins and is taken back", async () => {
    await startsTransfer(scene, PHYSICS);
    await withdrawsTransfer(scene, "单位还没有确定");
    await scene.thumb.tap("返回");
  });
  await told("a correction goes up with a picture", () => corrects(scene));
  await told("signed out, WeChat's one tap leads back", () => comesBack(scene));
}
