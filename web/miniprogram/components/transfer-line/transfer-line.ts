import type { Stop } from "./stops";

/** The way of a transfer from top to bottom: who had it when, who has it now, who comes next. */
Component({
  properties: {
    stops: { type: Array, value: [] as Stop[] },
  },
});
