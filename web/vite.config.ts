import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { brotli } from "./scripts/brotli.ts";

const api = process.env["ZHIBU_API"] ?? "http://127.0.0.1:8420";

const pureRooms = /(?<!\/web)\/src\/(base|rules|packs)\//;

/** These rooms are pure: what a page or a worker does not use of them does not come along. */
const treeshake = { moduleSideEffects: (id: string) => !pureRooms.test(id) };

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), brotli()],
  server: { host: "127.0.0.1", proxy: { "/api": api, "/tiles": api, "/ogc": api } },
  worker: { format: "es", rolldownOptions: { treeshake } },
  build: {
    target: "es2023",
    outDir: "dist",
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake,
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: "tanstack", test: /node_modules\/@tanstack\//, priority: 2 },
            { name: "i18n", test: /node_modules\/(i18next|react-i18next)\//, priority: 2 },
          ],
        },
      },
    },
  },
});
