import { runCli } from "./cli/run.ts";
import { settingsOf } from "./cli/settings.ts";

/** The command line as a process: composition only. */
process.exitCode = await runCli(settingsOf(process.env), {
  argv: process.argv.slice(2),
  folder: process.cwd(),
  screen: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  },
});
