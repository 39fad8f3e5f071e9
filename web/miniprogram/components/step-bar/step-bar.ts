/** The steps of a form; a tap on one opens it. */
Component({
  properties: {
    titles: { type: Array, value: [] as string[] },
    current: Number,
    /** Which steps have something to correct. */
    wrong: { type: Array, value: [] as boolean[] },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent("open", event.currentTarget.dataset);
    },
  },
});
