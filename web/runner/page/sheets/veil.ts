/** Darkens the page behind a dialog; gives the focus back when it goes. */
export function openVeil(content: HTMLElement, low = false): () => void {
  const before = document.activeElement as HTMLElement | null;
  const veil = document.createElement("div");
  veil.className = low ? "wx-veil wx-low" : "wx-veil";
  veil.append(content);
  document.body.append(veil);
  content.tabIndex = -1;
  content.focus();
  keepFocusInside(content);
  ignoreDoubleTap(veil);
  return () => {
    veil.remove();
    before?.focus();
  };
}

/** The second tap of a double tap on the page must not answer what nobody has read yet. */
function ignoreDoubleTap(veil: HTMLElement): void {
  const swallow = (event: MouseEvent) => {
    if (event.detail > 1) event.stopPropagation();
  };
  veil.addEventListener("click", swallow, { capture: true });
}

function keepFocusInside(content: HTMLElement): void {
  content.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const all = content.querySelectorAll<HTMLElement>("button, select");
    const first = all[0];
    const last = all[all.length - 1];
    const leaving = event.shiftKey ? first : last;
    if (document.activeElement !== leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  });
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function makeButton(text: string, act: () => void): HTMLButtonElement {
  const made = make("button", "", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}
