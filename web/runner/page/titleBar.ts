/** The title bar with WeChat's capsule at its right. */
export class TitleBar {
  private readonly bar = document.createElement("header");
  private readonly back = button("返回", "wx-bar-back");
  private readonly title = document.createElement("h1");

  constructor(onBack: () => void) {
    this.bar.className = "wx-bar";
    this.title.className = "wx-bar-title";
    this.back.addEventListener("click", onBack);
    this.bar.append(this.back, this.title, capsule());
    document.body.append(this.bar);
  }

  setTitle(title: string): void {
    this.title.textContent = title;
    document.title = title;
  }

  dress(page: Record<string, string>, canGoBack: boolean): void {
    this.setTitle(page["navigationBarTitleText"] ?? "");
    this.bar.style.background =
      page["navigationBarBackgroundColor"] ?? "#ffffff";
    this.bar.style.color =
      page["navigationBarTextStyle"] === "white" ? "#fff" : "#111";
    this.back.hidden = !canGoBack;
    document.body.style.background = page["backgroundColor"] ?? "";
  }
}

/** 更多 starts the page anew; the ring leaves the mini-program, which is the outer phone's to do. */
function capsule(): HTMLElement {
  const box = document.createElement("div");
  box.className = "wx-capsule";
  const more = button("重新进入小程序");
  more.innerHTML =
    '<svg width="20" height="6" aria-hidden="true"><circle cx="3" cy="3" r="2"/><circle cx="10" cy="3" r="3"/><circle cx="17" cy="3" r="2"/></svg>';
  more.addEventListener("click", () => location.reload());
  const leave = button("关闭小程序");
  leave.innerHTML =
    '<svg width="18" height="18" aria-hidden="true"><circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="9" cy="9" r="3"/></svg>';
  leave.addEventListener("click", () =>
    parent.postMessage({ tuanwu: "leave-mini-program" }, location.origin),
  );
  box.append(more, leave);
  return box;
}

function button(label: string, className = ""): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.setAttribute("aria-label", label);
  return made;
}
