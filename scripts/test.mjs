// npm test: installs on a fresh clone, then runs everything.
import { spawnSync } from "node:child_process";
import { install } from "./install.mjs";
import { root } from "./root.mjs";

install();
const { status } = spawnSync(process.execPath, ["--import", "tsx", "scripts/test.ts"], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
