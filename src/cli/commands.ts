import { policyCommands } from "../policy/index.ts";
import type { Command } from "../terminal/index.ts";
import { databaseCommands } from "./database-commands.ts";
import { withSettingsDb } from "./database.ts";
import { doctorCommand } from "./doctor.ts";
import { expressionCommand } from "./expression.ts";
import { serveCommand } from "./serve.ts";
import type { Settings } from "./settings.ts";

/** Every command of the program: the rooms' own, and those that join rooms together. */
export function commandsFor(settings: Settings, packs: string): Command[] {
  const say = (message: { zh: string; en: string }) =>
    void process.stderr.write(`${message[settings.locale]}\n`);
  const context = {
    packs,
    pack: settings.pack,
    withDb: (work: Parameters<typeof withSettingsDb>[2]) => withSettingsDb(settings, say, work),
  };
  return [
    serveCommand(settings),
    ...policyCommands(context),
    expressionCommand,
    ...databaseCommands(settings),
    doctorCommand(settings),
  ];
}
