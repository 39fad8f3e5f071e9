import type { TransferChecked } from "../../../shared/api";

/** What stands in the way, and the page where it can be dealt with, if there is one. */
export interface Blocker {
  code: string;
  message: string;
  go: string;
  page: string;
}

const WAYS: Record<string, { go: string; page: string }> = {
  TRANSFER_OPEN: { go: "查看正在办理的转接", page: "/pages/transfer/transfer" },
  TRANSFER_CADRE: { go: "去修改团内职务", page: "/pages/edit/edit" },
  EDIT_PENDING: { go: "查看正在审核的修改", page: "/pages/edit/edit" },
  REBIND_PENDING: { go: "查看换绑申请", page: "/pages/settings/settings" },
  NOT_APPROVED: { go: "查看报到进度", page: "/pages/status/status" },
  REGISTRATION_PENDING: { go: "查看报到进度", page: "/pages/status/status" },
};

/** Those that no field of the form is to blame for. */
export function blockersOf({ blockers }: TransferChecked): Blocker[] {
  return blockers
    .filter(({ field }) => !field)
    .map(({ code, message }) => ({
      ...{ code, message },
      ...(WAYS[code] ?? { go: "", page: "" }),
    }));
}
