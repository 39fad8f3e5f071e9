// WXSS to CSS: rpx, the page tag, built-in tags and the class scope of a component.
import path from "node:path";
import postcss from "postcss";
import selectorParser from "postcss-selector-parser";
import { text } from "../../scripts/miniprogram/read.mjs";
import { BUILT_INS } from "./tags.mjs";

const RPX_PER_VW = 7.5;

export function buildStyles({ root, components }) {
  const parts = [toCss(root, "app", {})];
  const scopes = {};
  for (const [name, { config, page }] of components) {
    scopes[name] = scopeOf(name, config);
    parts.push(toCss(root, name, { scope: scopes[name], page }));
  }
  return { css: parts.join("\n"), scopes };
}

/** Components keep their classes to themselves; pages share theirs. */
function scopeOf(name, config) {
  return config.component && config.styleIsolation !== "shared"
    ? path.posix.basename(name)
    : "";
}

/** `scope` keeps a component's classes apart; a page's own rules hold on that page alone. */
function toCss(root, name, { scope = "", page = false }) {
  const source = text(root, `${name}.wxss`);
  if (source === undefined) return "";
  const sheet = postcss.parse(source, { from: `${name}.wxss` });
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /(-?[\d.]+)rpx/g,
      (_, number) => `calc(${number / RPX_PER_VW} * var(--vw, 1vw))`,
    );
  });
  sheet.walkRules((rule) => {
    if (rule.parent.type === "atrule" && /keyframes/.test(rule.parent.name))
      return;
    rule.selector = selectorParser((s) => rewrite(s, scope)).processSync(
      rule.selector,
    );
    if (page) rule.selectors = rule.selectors.map((s) => onlyOn(name, s));
  });
  return sheet.toString();
}

function onlyOn(name, selector) {
  const here = `.wx-page[data-route="${name}"]`;
  return selector.startsWith(".wx-page")
    ? selector.replace(".wx-page", here)
    : `${here} ${selector}`;
}

function rewrite(selectors, scope) {
  selectors.walkClasses((node) => {
    if (scope) node.value = `${scope}--${node.value}`;
  });
  selectors.walkTags((node) => {
    if (node.value === "page")
      node.replaceWith(selectorParser.className({ value: "wx-page" }));
    else if (BUILT_INS.includes(node.value)) node.value = `wx-${node.value}`;
  });
  selectors.walkPseudos((node) => {
    if (node.value !== ":host") return;
    node.replaceWith(
      selectorParser.attribute({
        attribute: "wx-host",
        operator: "=",
        value: scope,
        quoteMark: '"',
        raws: {},
      }),
    );
  });
}
