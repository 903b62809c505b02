// Plain Node on purpose: this runs on a fresh clone, before any dependency exists.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const oldest = [20, 19];

/** Says so and ends when Node is older than the project runs on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  const wanted = oldest.join(".");
  console.error(`织补需要 Node ${wanted} 或更高版本，现在是 ${process.versions.node}。`);
  console.error(`Zhibu needs Node ${wanted} or later; this is ${process.versions.node}.`);
  process.exit(64);
}

function packagesIn(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

/** Whether node_modules holds each package of the lock file in the version that it names. */
export function isInstalled(folder = root) {
  const wanted = packagesIn(join(folder, "package-lock.json"));
  const present = packagesIn(join(folder, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, row]) => {
    if (!path.startsWith("node_modules/") || row.link || row.optional || row.devOptional)
      return true;
    return present[path]?.version === row.version;
  });
}

/** Installs exactly the lock file, unless it is installed. */
export function install() {
  requireNode();
  if (isInstalled()) return;
  console.log("安装依赖 · installing dependencies (npm ci)");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error("依赖没有装上：请看上面 npm 的说明。");
  console.error("The dependencies did not install: npm says why above.");
  process.exit(1);
}
