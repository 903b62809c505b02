// npm run dev: the server from its sources and Vite in front of it, both reloading on change.
import { spawn } from "node:child_process";
import { install } from "./install.mjs";
import { root } from "./root.mjs";

install();
const children = [
  spawn(process.execPath, ["--watch", "--import", "tsx", "src/main.ts"], {
    cwd: root,
    stdio: "inherit",
  }),
  spawn(process.execPath, ["node_modules/vite/bin/vite.js", "web"], {
    cwd: root,
    stdio: "inherit",
    env: { ZHIBU_API: `http://127.0.0.1:${process.env.ZHIBU_PORT ?? 8420}`, ...process.env },
  }),
];
const stop = () => children.forEach((child) => child.kill("SIGTERM"));
for (const child of children) child.on("exit", stop);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
