import { createRouter, createWebHashHistory } from "vue-router";
import CapturePage from "./pages/CapturePage.vue";
import CeremoniesPage from "./pages/CeremoniesPage.vue";
import CeremonyFormPage from "./pages/CeremonyFormPage.vue";
import CeremonyPage from "./pages/CeremonyPage.vue";
import FormsPage from "./pages/FormsPage.vue";
import HomePage from "./pages/HomePage.vue";
import MissingOathsPage from "./pages/MissingOathsPage.vue";
import NewCapturePage from "./pages/NewCapturePage.vue";
import ReviewPage from "./pages/ReviewPage.vue";
import WaitingPage from "./pages/WaitingPage.vue";

/** In the fragment: the authorisation page knows one address, whichever page it is for. */
export function makeRouter() {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: "/", component: HomePage, meta: { title: "团务管理" } },
      { path: "/reviews", component: WaitingPage, meta: { title: "资料审核" } },
      {
        path: "/reviews/:id(\\d+)",
        component: ReviewPage,
        props: true,
        meta: { title: "报到详情" },
      },
      { path: "/forms", component: FormsPage, meta: { title: "电子志愿书" } },
      {
        path: "/forms/new",
        component: NewCapturePage,
        meta: { title: "志愿书照片" },
      },
      {
        path: "/forms/:id(\\d+)",
        component: CapturePage,
        props: true,
        meta: { title: "志愿书照片" },
      },
      {
        path: "/ceremonies",
        component: CeremoniesPage,
        meta: { title: "入团仪式" },
      },
      {
        path: "/ceremonies/missing",
        component: MissingOathsPage,
        meta: { title: "还没有宣誓记录" },
      },
      {
        path: "/ceremonies/new",
        component: CeremonyFormPage,
        meta: { title: "录入入团仪式" },
      },
      {
        path: "/ceremonies/:id(\\d+)",
        component: CeremonyPage,
        props: true,
        meta: { title: "入团仪式" },
      },
      {
        path: "/ceremonies/:id(\\d+)/edit",
        component: CeremonyFormPage,
        props: true,
        meta: { title: "修改入团仪式" },
      },
      { path: "/:elsewhere(.*)", redirect: "/" },
    ],
  });
  router.afterEach(({ meta }) => {
    document.title = String(meta.title);
  });
  return router;
}
