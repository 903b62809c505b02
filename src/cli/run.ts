import type { Outcome, Screen } from "../terminal/index.ts";
import { commandsFor } from "./commands.ts";
import { withSettingsDb, type WithDb } from "./database.ts";
import { relay } from "./relay.ts";
import { runCommands } from "./relayed.ts";
import { serveCommand } from "./serve.ts";
import type { Settings } from "./settings.ts";

export type CommandLine = {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly screen: Screen;
};

const isInUse = ({ json }: Outcome): boolean =>
  (json as { problem?: { code?: string } } | null)?.problem?.code === "folder_in_use";

const parsed = (out: string): unknown => (/^\s*[[{]/.test(out) ? JSON.parse(out) : out);

/** Runs a command line; where another process holds the data folder, through that process. */
export function runCli(settings: Settings, line: CommandLine): Promise<number> {
  const { argv, folder, screen } = line;
  const { locale } = settings;
  const say = (message: { zh: string; en: string }) => screen.err(`${message[locale]}\n`);
  const withDb: WithDb = async (work) => {
    const outcome = await withSettingsDb(settings, say, work);
    if (!isInUse(outcome)) return outcome;
    const answer = await relay(settings.dataFolder, { argv, folder, locale });
    if (!answer) return outcome;
    const { exit, out } = answer;
    return { exit, json: parsed(out), text: () => out };
  };
  const commands = [serveCommand(settings), ...commandsFor(settings, withDb)];
  return runCommands(commands, { ...line, locale });
}
