/** Components that WeChat itself provides and the runner stands in for. */
export const BUILT_INS = [
  "view",
  "text",
  "button",
  "input",
  "textarea",
  "picker",
  "switch",
  "scroll-view",
  "image",
  "page-meta",
  "web-view",
];

/** Tags that exist in every template. */
const STRUCTURE = ["block", "template", "slot", "wxs", "include", "import"];

export const BUILT_IN_TAGS = new Set([...BUILT_INS, ...STRUCTURE]);
