import { join } from "node:path";
import { civilDateIn } from "./base/date.ts";
import { commandsFor } from "./cli/commands.ts";
import { settingsOf } from "./cli/settings.ts";
import { runProgram } from "./terminal/index.ts";

/** The command line: composes the rooms' commands and hands over the exit code. */
const settings = settingsOf(process.env);
const screen = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};
const world = {
  locale: settings.locale,
  folder: process.cwd(),
  environment: process.env,
  today: () => civilDateIn("Asia/Shanghai", new Date()),
};

process.exitCode = await runProgram(
  commandsFor(settings, join(settings.home, "packs")),
  process.argv.slice(2),
  { world, screen },
);
