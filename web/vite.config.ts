import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { ElementPlusResolver } from "unplugin-vue-components/resolvers";
import components from "unplugin-vue-components/vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The kit names its icon font a second time on a foreign host, for browsers nobody has any more. */
const ownFonts = {
  postcssPlugin: "own-fonts",
  Declaration: {
    src: (src: { value: string }) => {
      const own = src.value
        .split(/,\s*(?=url\()/)
        .filter((one) => !/url\(["']?(https?:)?\/\//.test(one));
      if (own.join(",") !== src.value) src.value = own.join(",");
    },
  },
};

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [
    vue(),
    // Element Plus on demand: a component that is used brings itself and its style, nothing else does.
    components({
      dirs: [],
      dts: false,
      include: [/\/console\/.*\.vue($|\?vue)/],
      resolvers: [ElementPlusResolver({ importStyle: "css" })],
    }),
  ],
  css: { postcss: { plugins: [ownFonts] } },
  define: { __VUE_OPTIONS_API__: "false" },
  build: {
    outDir: here("target/classes/static"),
    emptyOutDir: true,
    target: "es2020",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        sandbox: here("index.html"),
        console: here("console/index.html"),
        m: here("m/index.html"),
      },
    },
  },
  // `vite build`, then `vite preview`: pages just built before a running house.
  preview: {
    proxy: Object.fromEntries(
      ["/api", "/sandbox/", "/platform/"].map((path) => [
        path,
        process.env.TUANWU_HOUSE ?? "http://127.0.0.1:8080",
      ]),
    ),
  },
  test: { include: ["test/{unit,simulate}/**/*.test.{ts,mjs}"] },
});
