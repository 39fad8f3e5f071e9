// Who sits at the console. Kept as long as the browser's tab; the server asks anew at every request.
import { shallowRef } from "vue";
import type { components } from "../generated/api";

const KEY = "tuanwu.console";

export type Kept = components["schemas"]["ConsoleSignedIn"];
export type Role = Kept["account"]["role"];

export const kept = shallowRef<Kept | undefined>(read());

function read(): Kept | undefined {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Kept) : undefined;
}

/** Another window of the same tab may have signed in or out. */
export function readAgain(): Kept | undefined {
  kept.value = read();
  return kept.value;
}

export function keep(now: Kept): void {
  sessionStorage.setItem(KEY, JSON.stringify(now));
  kept.value = now;
}

export function forget(): void {
  sessionStorage.removeItem(KEY);
  kept.value = undefined;
}

export const ROLES: Record<Role, string> = {
  ADMIN: "管理员",
  OPERATOR: "运营者",
  VIEWER: "查看",
  SECURITY: "安全管理员",
  AUDITOR: "审计员",
};
