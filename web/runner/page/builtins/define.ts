import type * as adapter from "glass-easel-miniprogram-adapter";

/** A component that WeChat provides, as far as the runner needs it. */
export interface BuiltIn {
  properties?: Record<string, unknown>;
  observers?: Record<string, (this: Self, ...values: any[]) => void>;
  /** Called once the element is in the page. */
  attached?: (this: Self, element: HTMLElement) => void;
}

/** A live instance: its properties and whatever the definition keeps on it. */
export interface Self {
  data: Record<string, any>;
  [key: string]: any;
}

export function elementOf(self: Self): HTMLElement {
  return self["_$"].getBackendElement() as HTMLElement;
}

export function fire(self: Self, event: string, detail: unknown): void {
  self["_$"].triggerEvent(event, detail, {});
}

export function define(
  space: adapter.CodeSpace,
  name: string,
  builtIn: BuiltIn,
): void {
  const { attached } = builtIn;
  (space.component(`builtin/${name}`) as any)
    .definition({
      options: { virtualHost: false },
      properties: {
        hidden: Boolean,
        hoverClass: null,
        ariaLabel: String,
        ariaRole: String,
        ariaHidden: null,
        ariaLive: String,
        ...builtIn.properties,
      },
      observers: onlyWhileShown({ ...accessibility, ...builtIn.observers }),
      lifetimes: {
        attached(this: Self) {
          attached?.call(this, elementOf(this));
        },
      },
    })
    .register();
}

type Observers = NonNullable<BuiltIn["observers"]>;

/** Data may still change after a page has gone; there is nothing left to draw then. */
function onlyWhileShown(observers: Observers): Observers {
  const guarded = Object.entries(observers).map(([names, observe]) => [
    names,
    function (this: Self, ...values: unknown[]) {
      if (elementOf(this)) observe.apply(this, values);
    },
  ]);
  return Object.fromEntries(guarded) as Observers;
}

const accessibility: BuiltIn["observers"] = {
  hidden(value) {
    setOrRemove(this, "hidden", value ? "hidden" : "");
  },
  ariaLabel(value) {
    setOrRemove(this, "aria-label", value);
  },
  ariaRole(value) {
    setOrRemove(this, "role", value);
    if (value === "button") setOrRemove(this, "tabindex", "0");
  },
  ariaHidden(value) {
    setOrRemove(this, "aria-hidden", value ? "true" : "");
  },
  ariaLive(value) {
    setOrRemove(this, "aria-live", value);
  },
};

export function setOrRemove(self: Self, name: string, value: string): void {
  const element = elementOf(self);
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
