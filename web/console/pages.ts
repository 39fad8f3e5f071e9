// The pages of the console, in the order of its menu.
import type { Component } from "vue";
import {
  Checked,
  DataAnalysis,
  Document,
  Files,
  Flag,
  Key,
  Lock,
  Message,
  OfficeBuilding,
  Postcard,
  School,
  Switch,
  SwitchButton,
  Tickets,
  User,
  UserFilled,
} from "@element-plus/icons-vue";
import type { Role } from "./session";

export interface Page {
  path: string;
  title: string;
  icon: Component;
  /** Whose menu it is in; the server decides what they may do there. */
  roles: Role[];
  /** Pages that belong to it, out of the menu. */
  below?: { path: string; title: string; component: () => Promise<unknown> }[];
  component: () => Promise<unknown>;
}

const LOOKING: Role[] = ["ADMIN", "OPERATOR", "VIEWER"];
const RUNNING: Role[] = ["ADMIN"];
const EVERYONE: Role[] = ["ADMIN", "OPERATOR", "VIEWER", "SECURITY", "AUDITOR"];

export const PAGES: Page[] = [
  {
    path: "/overview",
    title: "概览",
    icon: DataAnalysis,
    roles: LOOKING,
    component: () => import("./pages/overview/OverviewPage.vue"),
  },
  {
    path: "/members",
    title: "我的团员",
    icon: User,
    roles: LOOKING,
    component: () => import("./pages/members/MembersPage.vue"),
    below: [
      {
        path: "/members/import",
        title: "批量导入",
        component: () => import("./pages/members/ImportPage.vue"),
      },
    ],
  },
  {
    path: "/reviews",
    title: "资料审核",
    icon: Checked,
    roles: LOOKING,
    component: () => import("./pages/reviews/ReviewsPage.vue"),
    below: [
      {
        path: "/reviews/:id(\\d+)",
        title: "资料审核",
        component: () => import("./pages/reviews/ReviewPage.vue"),
      },
    ],
  },
  {
    path: "/transfers",
    title: "组织关系转接",
    icon: Switch,
    roles: LOOKING,
    component: () => import("./pages/transfers/TransfersPage.vue"),
  },
  {
    path: "/forms",
    title: "志愿书",
    icon: Files,
    roles: LOOKING,
    component: () => import("./pages/forms/FormsPage.vue"),
    below: [
      {
        path: "/forms/upload",
        title: "上传电子志愿书",
        component: () => import("./pages/forms/UploadPage.vue"),
      },
      {
        path: "/forms/of/:id(\\d+)",
        title: "电子志愿书",
        component: () => import("./pages/forms/MemberFormsPage.vue"),
      },
    ],
  },
  {
    path: "/ceremonies",
    title: "入团仪式",
    icon: Flag,
    roles: LOOKING,
    component: () => import("./pages/ceremonies/CeremoniesPage.vue"),
    below: [
      {
        path: "/ceremonies/new",
        title: "录入入团仪式",
        component: () => import("./pages/ceremonies/CeremonyFormPage.vue"),
      },
      {
        path: "/ceremonies/:id(\\d+)",
        title: "入团仪式",
        component: () => import("./pages/ceremonies/CeremonyPage.vue"),
      },
      {
        path: "/ceremonies/:id(\\d+)/edit",
        title: "修改入团仪式",
        component: () => import("./pages/ceremonies/CeremonyFormPage.vue"),
      },
    ],
  },
  {
    path: "/leavings",
    title: "离团与恢复",
    icon: SwitchButton,
    roles: LOOKING,
    component: () => import("./pages/leavings/LeavingsPage.vue"),
  },
  {
    path: "/graduation",
    title: "毕业生转接",
    icon: School,
    roles: LOOKING,
    component: () => import("./pages/graduation/GraduationPage.vue"),
    below: [
      {
        path: "/graduation/sheet",
        title: "按表格逐人填写去向",
        component: () => import("./pages/graduation/SheetPage.vue"),
      },
      {
        path: "/graduation/batches/:id(\\d+)",
        title: "批量转接",
        component: () => import("./pages/graduation/BatchPage.vue"),
      },
    ],
  },
  {
    path: "/organisations",
    title: "组织机构",
    icon: OfficeBuilding,
    roles: LOOKING,
    component: () => import("./pages/organisations/OrganisationsPage.vue"),
    below: [
      {
        path: "/organisations/changes",
        title: "变更申请",
        component: () => import("./pages/organisations/ChangesPage.vue"),
      },
    ],
  },
  {
    path: "/operators",
    title: "运营者",
    icon: UserFilled,
    roles: LOOKING,
    component: () => import("./pages/operators/OperatorsPage.vue"),
  },
  {
    path: "/numbers",
    title: "团员编号分配",
    icon: Tickets,
    roles: LOOKING,
    component: () => import("./pages/numbers/NumbersPage.vue"),
  },
  {
    path: "/invitations",
    title: "报到邀请",
    icon: Postcard,
    roles: RUNNING,
    component: () => import("./pages/invitations/InvitationsPage.vue"),
  },
  {
    path: "/pushes",
    title: "消息推送",
    icon: Message,
    roles: RUNNING,
    component: () => import("./pages/pushes/PushesPage.vue"),
  },
  {
    path: "/security",
    title: "账号与安全",
    icon: Lock,
    roles: ["SECURITY"],
    component: () => import("./pages/security/SecurityPage.vue"),
  },
  {
    path: "/audit",
    title: "审计查询",
    icon: Document,
    roles: ["AUDITOR"],
    component: () => import("./pages/audit/AuditPage.vue"),
  },
  {
    path: "/own",
    title: "我的登录",
    icon: Key,
    roles: EVERYONE,
    component: () => import("./pages/security/OwnPage.vue"),
  },
];
