import { glassEasel } from "glass-easel-miniprogram-adapter";
import { whileTapping } from "./tap";

/** Draws into this window, giving WeChat's built-in tags a prefix so that they never meet HTML's own. */
export function makeBackend(
  builtIns: Set<string>,
): glassEasel.CurrentWindowBackendContext {
  const context = new glassEasel.CurrentWindowBackendContext();
  context.document = {
    createElement: (tag: string) =>
      document.createElement(builtIns.has(tag) ? `wx-${tag}` : tag),
    createTextNode: (content: string) => document.createTextNode(content),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as never;
  context.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options as never);
    const dispatch = () =>
      glassEasel.Event.dispatchEvent(target as never, event as never);
    if (type === "tap") whileTapping(dispatch);
    else dispatch();
    return event.getEventBubbleStatus();
  });
  document.addEventListener("keydown", tapByKeyboard);
  return context;
}

/** Enter and space do what a thumb does. */
function tapByKeyboard(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key !== "Enter" && event.key !== " ") return;
  if (!target.tagName.startsWith("WX-")) return;
  event.preventDefault();
  const { left, top } = target.getBoundingClientRect();
  const at = { bubbles: true, clientX: left + 1, clientY: top + 1 };
  for (const type of ["mousedown", "mouseup", "click"])
    target.dispatchEvent(new MouseEvent(type, at));
}
