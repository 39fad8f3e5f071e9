// The pages of the console, in the order of its menu.
import type { Component } from "vue";
import {
  DataAnalysis,
  Document,
  Key,
  Lock,
  Message,
  Postcard,
  User,
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
