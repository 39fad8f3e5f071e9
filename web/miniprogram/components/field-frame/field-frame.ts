/** Label, required mark, hint and error around one control. */
Component({
  properties: {
    label: String,
    required: Boolean,
    hint: String,
    error: String,
  },
});
