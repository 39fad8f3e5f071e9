import { make, makeButton, openVeil } from "./veil";

/** The question WeChat asks for wx.requestSubscribeMessage. */
export function askToSubscribe(
  names: string[],
  answer: (accepted: boolean) => void,
): void {
  const box = make("section", "wx-sheet wx-consent");
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", "申请发送服务通知");
  const close = openVeil(box, true);
  const list = make("ul", "");
  list.append(...names.map((name) => make("li", "", name)));
  const buttons = make("div", "wx-consent-buttons");
  const settle = (accepted: boolean) => () => {
    close();
    answer(accepted);
  };
  buttons.append(
    makeButton("取消", settle(false)),
    makeButton("允许", settle(true)),
  );
  box.append(
    make("h2", "", "申请发送一次以下消息"),
    make("p", "", "由“团务”小程序提供，收到后会出现在服务通知里"),
    list,
    buttons,
  );
}
