/** Names and values, one pair a line. */
Component({
  properties: {
    rows: { type: Array, value: [] as { label: string; value: string }[] },
  },
});
