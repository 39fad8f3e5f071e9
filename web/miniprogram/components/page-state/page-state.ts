/** Stands where the page will be: while it loads, and when it could not. */
Component({
  properties: {
    /** LOADING, OFFLINE, REFUSED or BROKEN */
    state: String,
    text: String,
  },
  methods: {
    retry() {
      this.triggerEvent("retry");
    },
  },
});
