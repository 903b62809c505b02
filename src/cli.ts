import { runCli } from "./cli/run.ts";
import { readSettings, type Settings } from "./cli/settings.ts";

/** The command line as a process: composition only. */
const run = (settings: Settings): Promise<number> =>
  runCli(settings, {
    argv: process.argv.slice(2),
    folder: process.cwd(),
    screen: {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
    },
  });

const settings = readSettings(process.env);
if (!settings.ok) process.stderr.write(`${settings.refusal}\n`);
process.exitCode = settings.ok ? await run(settings.value) : 2;
