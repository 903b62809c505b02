import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../step.ts";
import { hash, type Texts } from "./stamps.ts";

/** Every file that git keeps or would keep: what is ignored is not ours. */
export function listedPaths(): readonly string[] {
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", ["-c", "safe.directory=*", ...words], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return listed.split("\0").filter((path) => path !== "" && existsSync(root + path));
}

const isSource = (path: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(path);

/** All that is linted or imported. */
export const sourcesAmong = (paths: readonly string[]): Texts =>
  new Map(paths.filter(isSource).map((path) => [path, readFileSync(root + path, "utf8")]));

const hashOf = (path: string): string =>
  createHash("sha256")
    .update(readFileSync(root + path))
    .digest("hex");

/** One hash of all files: it changes with whatever changes in any, and with their names. */
export const hashOfFiles = (paths: readonly string[]): string =>
  hash([...paths].sort().map((path) => `${path} ${hashOf(path)}`));

/** What tools go by, beside the sources themselves: settings, rules, and what is installed. */
const isSetting = (path: string): boolean =>
  /(^|\/)(package|tsconfig)\.json$|^package-lock\.json$|^scripts\/lint\/|^\.oxlintrc/.test(path) ||
  path === "vitest.config.ts";

/** What changes every stamp. */
export const commonTo = (paths: readonly string[]): string =>
  hash([
    process.version,
    process.platform,
    process.arch,
    hashOf("node_modules/.package-lock.json"),
    hashOfFiles(paths.filter(isSetting)),
  ]);

const whenChanged = (path: string): string => {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
};

/** What some tests read beside the repository, where it is there: any file's time changes it. */
export function hashOfBeside(): string {
  const folder = join(root, "../shared");
  if (!existsSync(folder)) return "nothing";
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return hash(names.sort().map((name) => whenChanged(join(folder, name))));
}
