/** Label, required mark, hint, warning and error around one control. */
Component({
  properties: {
    label: String,
    required: Boolean,
    hint: String,
    warning: String,
    error: String,
  },
});
