import { fileURLToPath, URL } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the back end answers while the front end is worked on. */
const backEnd = process.env.KEDUN_BACK_END ?? "http://127.0.0.1:9070";
const proxy = Object.fromEntries(["/api", "/_allauth", "/health"].map((path) => [path, { target: backEnd }]));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: process.env.KEDUN_WEB_DIST ?? "../src/kedun/web_dist",
    emptyOutDir: true,
    manifest: "bundle.json",
    target: "es2022",
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
  server: { host: "127.0.0.1", port: 5173, strictPort: true, proxy },
  preview: { host: "127.0.0.1", port: 5174, strictPort: true, proxy },
});
