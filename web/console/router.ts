import { createRouter, createWebHashHistory } from "vue-router";
import { PAGES } from "./pages";
import { kept } from "./session";

/** The first page of whoever sits there; of nobody, the first there is. */
export function home(): string {
  const role = kept.value?.account.role;
  const own = PAGES.find(({ roles }) => role && roles.includes(role));
  return (own ?? PAGES[0]!).path;
}

/** Open to whoever has a code; in no menu. */
const TAKE_OVER = {
  path: "/takeover",
  component: () => import("./pages/takeover/TakeOverPage.vue"),
  meta: { title: "接管组织账号", open: true },
};

/** In the fragment: the console is one static page wherever it is served. */
export function makeRouter() {
  const pages = PAGES.flatMap(({ path, title, component, below = [] }) => [
    { path, component, meta: { title, menu: path } },
    ...below.map((page) => ({
      path: page.path,
      component: page.component,
      props: true,
      meta: { title: page.title, menu: path },
    })),
  ]);
  const router = createRouter({
    history: createWebHashHistory(),
    // The page of a one-time link is shown before anybody sits there (SignIn).
    routes: [
      ...pages,
      TAKE_OVER,
      { path: "/first/:token?", name: "first", component: { render: () => null }, meta: { title: "设置账号" } },
      { path: "/:elsewhere(.*)", redirect: home },
    ],
  });
  router.afterEach(({ meta }) => {
    document.title = `${String(meta.title ?? "控制台")} · 团务`;
  });
  return router;
}
