/** A sentence that matters. Kinds: info, ok, warn, wrong. */
Component({
  properties: {
    kind: { type: String, value: "info" },
    title: String,
    text: String,
  },
});
