import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** The schema as pg_dump tells it, without what changes from one version of pg_dump to the next. */
export function dumpSchema(bin: string, url: string): string {
  const args = ["--schema-only", "--no-owner", "--no-privileges", "--no-comments", url];
  const dump = execFileSync(join(bin, "pg_dump"), args, { encoding: "utf8" });
  const lines = dump
    .split("\n")
    .filter((line) => !/^(--|SET |SELECT pg_catalog\.set_config|\\(un)?restrict)/.test(line));
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
