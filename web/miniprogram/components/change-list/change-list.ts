import type { Change } from "../../../shared/api";

/** What changes: the old value, and the new one under it. */
Component({
  properties: {
    changes: {
      type: Array,
      value: [] as (Change & { mark?: string; waits?: boolean })[],
    },
  },
});
