import { execFile } from "node:child_process";
import { join } from "node:path";
import { runCli } from "../../src/cli/run.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { homeFolder } from "../../src/store/home.ts";

/** How a command line ended, and what it said. */
export type Ended = { readonly exit: number; readonly out: string; readonly err: string };

type Environment = Readonly<Record<string, string>>;

const usual: Environment = { ZHIBU_LANG: "zh" };

/** Runs a command line within this process: all of it but the process itself. */
export async function zhibu(argv: readonly string[], more: Environment = {}): Promise<Ended> {
  const said = { out: "", err: "" };
  const exit = await runCli(settingsOf({ ...usual, ...more }), {
    argv,
    folder: homeFolder(),
    screen: {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
    },
  });
  return { exit, ...said };
}

/** Runs a command line as a user does. */
export function zhibuProcess(argv: readonly string[], more: Environment = {}): Promise<Ended> {
  const program = join(homeFolder(), "bin", "zhibu.mjs");
  const env = { ...process.env, ...usual, ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...argv], { env }, (cause, out, err) => {
      const exit = typeof cause?.code === "number" ? cause.code : cause ? -1 : 0;
      resolve({ exit, out, err });
    });
  });
}

/** What a command said with --format json. */
export const jsonOf = ({ out }: Ended): Record<string, unknown> =>
  JSON.parse(out) as Record<string, unknown>;

/** The code of a refusal or of a fault. */
export function codeOf(ended: Ended): string | undefined {
  const { problem, fault } = jsonOf(ended) as Record<string, { code: string } | undefined>;
  return problem?.code ?? fault?.code;
}
