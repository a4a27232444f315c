import { rm } from "node:fs/promises";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** public/ is copied as it is, and the worker of mock mode has no business in a production build. */
function dropMockWorker(): Plugin {
  return {
    name: "drop-mock-worker",
    apply: "build",
    writeBundle: ({ dir = "dist/app" }) => rm(`${dir}/mockServiceWorker.js`, { force: true }),
  };
}

/**
 * Modes: production (page for any server that keeps the contract), demo (static page, mocks inside, any folder)
 * and development. `vite build --ssr` turns server/ into dist/server, because Node 20 strips no types.
 */
export default defineConfig(({ mode, isSsrBuild }) => ({
  base: mode === "demo" ? "./" : "/",
  define: mode === "demo" || mode === "mock" ? { "import.meta.env.VITE_API": JSON.stringify("mock") } : {},
  plugins: isSsrBuild ? [] : [react(), mode === "demo" ? [] : dropMockWorker()],
  publicDir: isSsrBuild ? false : "public",
  css: { transformer: "lightningcss" as const, lightningcss: { targets: { chrome: 109 << 16 } } },
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        target: "node20",
        rolldownOptions: {
          input: {
            serve: "server/serve.ts",
            import: "server/import.ts",
            "write-openapi": "server/write-openapi.ts",
            "write-template": "server/write-template.ts",
          },
        },
      }
    : {
        outDir: mode === "demo" ? "dist/demo" : "dist/app",
        target: "chrome109",
        cssTarget: "chrome109",
        modulePreload: { polyfill: false },
      },
  server: { proxy: mode === "mock" ? {} : { "/api": "http://127.0.0.1:8787" } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["{src,server,mocks}/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          environment: "jsdom",
          include: ["src/**/*.dom.test.tsx"],
          setupFiles: ["src/app/silent-console.test-setup.ts"],
        },
      },
    ],
  },
}));
