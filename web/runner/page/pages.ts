import type * as adapter from "glass-easel-miniprogram-adapter";
import { TitleBar } from "./titleBar";

type Loose = Record<string, any>;

/** A mini-program as the build hands it over. */
export interface MiniProgram {
  app: { pages: string[]; window?: Loose };
  globals: Record<string, string>;
  templates: Record<string, unknown>;
  loadApp: () => unknown;
  components: Record<
    string,
    { page: boolean; config: Loose; scope: string; load: () => unknown }
  >;
}

interface OpenPage {
  route: string;
  instance: Loose;
  holder: HTMLElement;
  release: () => void;
  window: Loose;
}

/** The stack of open pages and the moves between them. */
export class Pages {
  private readonly stack: OpenPage[] = [];
  private readonly bar = new TitleBar(() => this.back());

  constructor(
    private readonly program: MiniProgram,
    private readonly space: adapter.CodeSpace,
    private readonly backend: adapter.AssociatedBackend,
  ) {
    document.addEventListener("visibilitychange", () => {
      const top = this.stack.at(-1);
      if (document.hidden) top?.instance["onHide"]?.();
      else top?.instance["onShow"]?.();
    });
  }

  instances(): Loose[] {
    return this.stack.map((page) => page.instance);
  }

  relaunch(url: string): void {
    while (this.stack.length) this.close();
    this.push(url);
  }

  redirect(url: string): void {
    this.close();
    this.push(url);
  }

  back(): void {
    if (this.stack.length < 2) return;
    this.close();
    this.show(this.stack.at(-1)!);
    this.stack.at(-1)!.instance["onShow"]?.();
  }

  /** Finds an element of the top page by a selector, as wx does: inside the page, not in its components. */
  find(selector: string): HTMLElement | undefined {
    const root = this.stack.at(-1)?.instance["_$"].getShadowRoot();
    return root?.querySelector(selector)?.getBackendElement();
  }

  setTitle(title: string): void {
    this.bar.setTitle(title);
  }

  push(url: string): void {
    const [name, query] = read(url, this.stack.at(-1)?.route);
    const component = this.program.components[name];
    if (!component?.page) throw new Error(`There is no page ${name}`);
    this.hide();
    const page = this.mount(name, component.config);
    this.stack.push(page);
    this.show(page);
    scrollTo(0, 0);
    page.instance["onLoad"]?.(query);
    page.instance["onShow"]?.();
    page.instance["onReady"]?.();
  }

  private mount(name: string, config: Loose): OpenPage {
    const holder = document.createElement("main");
    holder.className = "wx-page";
    holder.dataset["route"] = name;
    const placeholder = holder.appendChild(document.createElement("div"));
    document.body.append(holder);
    const root = this.backend.createRoot(
      "wx-page-root",
      this.space,
      `/${name}`,
    );
    root.attach(holder as never, placeholder as never);
    const window = { ...this.program.app.window, ...config };
    const instance = root.get() as unknown as Loose;
    instance["route"] = name;
    return {
      route: name,
      instance,
      holder,
      window,
      release: () => root.release(),
    };
  }

  private show(page: OpenPage): void {
    page.holder.hidden = false;
    this.bar.dress(page.window, this.stack.length > 1);
  }

  private hide(): void {
    const top = this.stack.at(-1);
    if (!top) return;
    top.holder.hidden = true;
    top.instance["onHide"]?.();
  }

  private close(): void {
    const page = this.stack.pop();
    if (!page) return;
    page.instance["onUnload"]?.();
    page.release();
    page.holder.remove();
  }
}

function read(url: string, from = ""): [string, Record<string, string>] {
  const base = new URL(`/${from}`, "https://page.invalid");
  const address = new URL(from || url.startsWith("/") ? url : `/${url}`, base);
  return [address.pathname.slice(1), Object.fromEntries(address.searchParams)];
}
