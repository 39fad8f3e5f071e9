/** What a rule has to say about one field; `undefined` means nothing is wrong. */
export interface Finding {
  code: string;
  message: string;
}

export interface FieldFinding extends Finding {
  field: string;
}
