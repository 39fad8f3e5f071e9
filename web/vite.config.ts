import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [vue()],
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
      },
    },
  },
  test: { include: ["test/unit/**/*.test.{ts,mjs}"] },
});
