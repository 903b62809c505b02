import { civilDateIn } from "../base/date.ts";
import type { Locale } from "../base/message.ts";
import type { Db } from "../store/db.ts";
import { runProgram, type Command, type Outcome, type Screen } from "../terminal/index.ts";
import { commandsFor } from "./commands.ts";
import type { RelayedCall } from "./relay.ts";
import type { Settings } from "./settings.ts";

type Line = {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly locale: Locale;
  readonly screen: Screen;
};

/** Law dates without --as-of are today in this zone. */
const zone = "Asia/Shanghai";

/** Runs one command line over a set of commands. */
export const runCommands = (commands: readonly Command[], line: Line): Promise<number> =>
  runProgram(commands, line.argv, {
    world: {
      locale: line.locale,
      folder: line.folder,
      environment: process.env,
      today: () => civilDateIn(zone, new Date()),
    },
    screen: line.screen,
  });

/** Runs a command line that another process relayed, on the database that is open here. */
export async function runRelayed(
  settings: Settings,
  db: Db,
  call: RelayedCall,
): Promise<{ exit: Outcome["exit"]; out: string }> {
  let out = "";
  const screen: Screen = { out: (text) => void (out += text), err: () => undefined };
  const commands = commandsFor(settings, (work) => work(db));
  const exit = await runCommands(commands, { ...call, screen });
  return { exit: exit as Outcome["exit"], out };
}
