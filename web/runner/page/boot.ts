import * as adapter from "glass-easel-miniprogram-adapter";
import { makeBackend } from "./backend";
import { defineBuiltIns } from "./builtins";
import { type MiniProgram, Pages } from "./pages";
import { makeWx } from "./wx";

/** Starts a mini-program in this window, as WeChat does when a link is tapped. */
export function boot(program: MiniProgram): void {
  const env = new adapter.MiniProgramEnv();
  const names = defineBuiltIns(env.getGlobalCodeSpace());
  const space = env.createCodeSpace("main", true);
  const components = space.getComponentSpace();
  components.updateComponentOptions({ useMethodCallerListeners: true });
  shareBuiltIns(env, space, names);

  const backend = env.associateBackend(makeBackend(new Set(names)));
  const pages = new Pages(program, space, backend);
  const globals = window as unknown as Record<string, unknown>;
  globals["wx"] = makeWx(pages);
  globals["getCurrentPages"] = () => pages.instances();
  startApp(program, globals);
  registerComponents(program, space);

  const start = location.hash.slice(1) || program.app.pages[0]!;
  pages.relaunch(start);
  window.addEventListener("hashchange", () =>
    pages.relaunch(location.hash.slice(1)),
  );
}

function shareBuiltIns(
  env: adapter.MiniProgramEnv,
  space: adapter.CodeSpace,
  names: string[],
): void {
  const from = env.getGlobalCodeSpace().getComponentSpace();
  for (const name of names)
    space
      .getComponentSpace()
      .setGlobalUsingComponent(
        name,
        from.getComponentByUrl(`builtin/${name}`, ""),
      );
}

function startApp(
  program: MiniProgram,
  globals: Record<string, unknown>,
): void {
  let app: { onLaunch?(): void } = {};
  globals["App"] = (definition: typeof app) => (app = definition);
  globals["getApp"] = () => app;
  program.loadApp();
  app.onLaunch?.();
}

function registerComponents(
  program: MiniProgram,
  space: adapter.CodeSpace,
): void {
  const entries = Object.entries(program.components);
  for (const [name, component] of entries) {
    space.addCompiledTemplate(name, {
      groupList: program.templates,
      content: program.templates[name],
    } as never);
    space.addComponentStaticConfig(name, component.config as never);
    if (component.scope) space.addStyleSheet(name, undefined, component.scope);
  }
  const components = space.getComponentSpace();
  components.groupRegister(() => {
    for (const [name, component] of entries)
      space.globalComponentEnv(window, name, component.load);
  });
  for (const [tag, name] of Object.entries(program.globals))
    components.setGlobalUsingComponent(
      tag,
      components.getComponentByUrl(name, ""),
    );
}
