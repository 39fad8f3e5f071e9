/** A change after the approval that waits: who has it, what it is, and the way to take it back. */
Component({
  properties: {
    title: String,
    text: String,
    changes: { type: Array, value: [] as unknown[] },
    busy: Boolean,
  },
  methods: {
    withdraw() {
      this.triggerEvent("withdraw");
    },
  },
});
