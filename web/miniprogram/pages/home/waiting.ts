import type { Registration } from "../../../shared/api";

/** A change after the approval that is not settled yet. */
export interface Waiting {
  kind: "info" | "warn";
  title: string;
  text: string;
  page: string;
}

export function waitingOf(registration: Registration | null): Waiting | null {
  const edit = registration?.edit;
  if (!registration || !edit) return null;
  const returned = registration.state === "EDIT_RETURNED";
  return {
    kind: returned ? "warn" : "info",
    title: returned ? `${edit.label}被退回` : `${edit.label}正在审核`,
    text: registration.next,
    page:
      edit.kind === "CORRECTION"
        ? "/pages/correction/correction"
        : "/pages/edit/edit",
  };
}
