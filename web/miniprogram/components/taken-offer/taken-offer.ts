/** Two ways on for someone whose document is registered under another phone. */
Component({
  methods: {
    signIn() {
      wx.navigateTo({ url: "/pages/login/login" });
    },
    rebind() {
      wx.navigateTo({ url: "/pages/rebind/rebind" });
    },
  },
});
