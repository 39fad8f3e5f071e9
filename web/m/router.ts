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
import StartTransferPage from "./pages/StartTransferPage.vue";
import TransferPage from "./pages/TransferPage.vue";
import TransfersPage from "./pages/TransfersPage.vue";
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
      { path: "/transfers", component: TransfersPage, meta: { title: "组织关系转接" } },
      { path: "/transfers/new", component: StartTransferPage, meta: { title: "办理转接" } },
      {
        path: "/transfers/claim",
        component: StartTransferPage,
        props: { claim: true },
        meta: { title: "认领转入" },
      },
      {
        path: "/transfers/:id(\\d+)",
        component: TransferPage,
        props: true,
        meta: { title: "转接详情" },
      },
      { path: "/:elsewhere(.*)", redirect: "/" },
    ],
  });
  router.afterEach(({ meta }) => {
    document.title = String(meta.title);
  });
  return router;
}
