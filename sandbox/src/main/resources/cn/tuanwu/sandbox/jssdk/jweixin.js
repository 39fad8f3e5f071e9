// WeChat Work's JS-SDK as the sandbox's phones have it: what the pages of the application call, and nothing else. A real
// phone shows its camera and its album; here a sheet offers pictures of forms, and files of this computer.
(() => {
  const pictures = new Map();
  let state;
  const waiting = { ready: [], error: [] };
  const owner = /^phone-(.+)$/.exec(window.name)?.[1] ?? "";

  function settle(answer) {
    state = answer;
    const heard = answer.ok ? waiting.ready : waiting.error;
    heard.forEach((listen) => listen({ errMsg: answer.errMsg }));
  }

  async function config({ appId, timestamp, nonceStr, signature }) {
    const url = location.href.split("#")[0];
    const wish = { appId, timestamp: String(timestamp), nonceStr, signature, url };
    const answer = await fetch("/sandbox/jssdk/config", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wish),
    });
    settle(await answer.json());
  }

  /** Runs a call the way the SDK does: to success or fail, then to complete. */
  function call(name, options, work) {
    const end = (listen, answer) => {
      listen?.(answer);
      options.complete?.(answer);
    };
    if (!state?.ok)
      return end(options.fail, { errMsg: `${name}:fail permission denied` });
    work().then(
      (result) => end(options.success, { errMsg: `${name}:ok`, ...result }),
      (error) =>
        end(error.message === "cancel" ? (options.cancel ?? options.fail) : options.fail, {
          errMsg: `${name}:${error.message === "cancel" ? "cancel" : `fail ${error.message}`}`,
        }),
    );
  }

  function button(text, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    Object.assign(made.style, {
      minHeight: "44px",
      padding: "0 14px",
      border: "1px solid #b9bec8",
      borderRadius: "8px",
      background: "#fff",
      color: "#1d2129",
      fontSize: "15px",
    });
    made.onclick = press;
    return made;
  }

  function keep(blob) {
    const localId = `wxLocalResource://${Date.now()}-${pictures.size}`;
    pictures.set(localId, blob);
    return localId;
  }

  /** Asks whoever holds the phone; resolves to blobs. */
  async function choose(count) {
    const { items } = await (await fetch("/sandbox/samples")).json();
    return new Promise((resolve, reject) => {
      const sheet = document.createElement("dialog");
      sheet.setAttribute("aria-label", "选择照片");
      Object.assign(sheet.style, {
        width: "min(92vw, 420px)",
        padding: "16px",
        border: "0",
        borderRadius: "12px",
      });
      const end = (settleWith, value) => {
        sheet.remove();
        settleWith(value);
      };
      const list = document.createElement("div");
      Object.assign(list.style, { display: "grid", gap: "8px" });
      const title = document.createElement("h2");
      title.textContent = "拍照或从相册选择（沙箱）";
      title.style.fontSize = "16px";
      const file = document.createElement("input");
      Object.assign(file, { type: "file", accept: "image/*", multiple: count > 1 });
      file.setAttribute("aria-label", "从电脑选择照片");
      file.onchange = () => end(resolve, [...file.files].slice(0, count));
      const sample = async (one) =>
        (await fetch(`/sandbox/samples/${one.name}.jpg`)).blob();
      const whole = items.filter((one) => one.good).slice(0, count);
      list.append(title);
      if (whole.length > 1)
        list.append(
          button(`示例：完整的 ${whole.length} 页`, async () =>
            end(resolve, await Promise.all(whole.map(sample))),
          ),
        );
      items.forEach((one) =>
        list.append(
          button(`示例：${one.title}`, async () => end(resolve, [await sample(one)])),
        ),
      );
      list.append(file, button("取消", () => end(reject, new Error("cancel"))));
      sheet.append(list);
      sheet.oncancel = () => end(reject, new Error("cancel"));
      document.body.append(sheet);
      sheet.showModal();
    });
  }

  async function upload(localId) {
    const picture = pictures.get(localId);
    if (!picture) throw new Error("no such localId");
    const answer = await fetch(
      `/sandbox/jssdk/pictures?owner=${encodeURIComponent(owner)}`,
      {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: picture,
      },
    );
    const { serverId, errMsg } = await answer.json();
    if (!serverId) throw new Error(errMsg);
    return { serverId };
  }

  window.wx = {
    config,
    ready: (listen) =>
      state?.ok ? listen({ errMsg: state.errMsg }) : waiting.ready.push(listen),
    error: (listen) =>
      state && !state.ok
        ? listen({ errMsg: state.errMsg })
        : waiting.error.push(listen),
    chooseImage: (options) =>
      call("chooseImage", options, async () => {
        const chosen = await choose(options.count ?? 9);
        return { localIds: chosen.map(keep) };
      }),
    uploadImage: (options) =>
      call("uploadImage", options, () => upload(options.localId)),
  };
})();
