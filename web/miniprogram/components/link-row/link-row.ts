/** A line that opens another page. */
Component({
  properties: {
    label: String,
    note: String,
    /** A small word at the right, such as how many are unread. */
    badge: String,
  },
  methods: {
    open() {
      this.triggerEvent("open");
    },
  },
});
