// Stands in for the platform's script by which a page in a web view talks to the mini-program around it.
(function () {
  if (parent === window) return;
  function ask(call) {
    return function (options) {
      parent.postMessage(
        { tuanwu: "mini-program", call: call, url: (options || {}).url },
        location.origin,
      );
    };
  }
  window.__wxjs_environment = "miniprogram";
  window.wx = {
    miniProgram: {
      navigateTo: ask("navigateTo"),
      redirectTo: ask("redirectTo"),
      reLaunch: ask("reLaunch"),
      navigateBack: ask("navigateBack"),
      getEnv: function (then) {
        then({ miniprogram: true });
      },
    },
  };
})();
