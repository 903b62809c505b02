import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "../step.ts";
import type { ServerProcess } from "./process.ts";

/** What `zhibu db verify` says of a server's chains, and whether they are as they were sealed. */
export type Verdict = { readonly isSound: boolean; readonly text: string };

const run = promisify(execFile);
const words = ["bin/zhibu.mjs", "db", "verify"];

/** Runs it beside the server, as its administrator would. */
export async function verify({ environment }: ServerProcess): Promise<Verdict> {
  const env = { ...process.env, ...environment, ZHIBU_LANG: "en" };
  try {
    const { stdout } = await run("node", words, { cwd: root, env });
    return { isSound: true, text: stdout.trim() };
  } catch (cause) {
    const { stdout = "", stderr = "" } = cause as { stdout?: string; stderr?: string };
    return { isSound: false, text: `${stdout} ${stderr}`.trim().slice(0, 500) };
  }
}
