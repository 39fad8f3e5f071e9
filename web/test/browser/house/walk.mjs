// From the invitation to the certificate, with everything that goes wrong on the way.
import {
  signIn,
  invite,
  scan,
  open,
  register,
  identity,
  enterAgain,
  restOfProfile,
  submit,
} from "./arriving.mjs";
import {
  cardsAre,
  returnWithout,
  giveBack,
  seeReason,
  failedCheck,
  waitingCheck,
  approve,
  certificate,
  adminHears,
} from "./reviewing.mjs";

export async function walk(scene) {
  const { told } = scene;
  await told("the admin signs in on the PC", () => signIn(scene));
  await told("and makes an invitation, whose code shows", () => invite(scene));
  await told("a new member scans it and is answered", () => scan(scene));
  await told("the link opens with the branch filled in", () => open(scene));
  await told("an account is made with the SMS code", () => register(scene));
  await told("step one refuses wrong inputs", () => identity(scene));
  await told("a mini-program left and entered keeps it", () =>
    enterAgain(scene),
  );
  await told("steps two and three are filled in", () => restOfProfile(scene));
  await told("submitted, both operators have the card", async () => {
    await submit(scene);
    await cardsAre(scene, 1);
    await scene.shot("cards");
  });
  await told("张三 is asked for a reason", () => returnWithout(scene));
  await told("张三 returns it, 李四's card closes", () => giveBack(scene));
  await told("the member sees why, and a notice", () => seeReason(scene));
  await told("a failed check refuses 同意", () => failedCheck(scene));
  await told("a check that waits refuses 同意", () => waitingCheck(scene));
  await told("李四 opens 查看详情, approves there; 张三's card closes", () =>
    approve(scene),
  );
  await told("the member's home page shows 认证资料", () => certificate(scene));
  await told("陈静 hears about it", () => adminHears(scene));
}
