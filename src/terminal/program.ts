import { Command as Commander, CommanderError, type Help } from "commander";
import { BrokenPromise } from "../base/invariant.ts";
import { Fault } from "../base/fault.ts";
import type { Locale } from "../base/message.ts";
import {
  formats,
  misuse,
  type Command,
  type Format,
  type Outcome,
  type Surroundings,
} from "./command.ts";
import { words } from "./messages.ts";

export type Screen = { out: (text: string) => void; err: (text: string) => void };

type World = Omit<Surroundings, "format" | "say" | "tell">;
type Printing = Pick<Surroundings, "format" | "locale">;

const headings: Readonly<Record<string, string>> = {
  "Usage:": words.usage.zh,
  "Arguments:": words.arguments.zh,
  "Options:": words.options.zh,
  "Commands:": words.commands.zh,
  "Global Options:": words.globalOptions.zh,
};

function helpIn(locale: Locale): Partial<Help> {
  if (locale === "en") return {};
  return { styleTitle: (title) => headings[title] ?? title };
}

function print(outcome: Outcome, around: Printing, screen: Screen): void {
  if (around.format === "json") return screen.out(`${JSON.stringify(outcome.json, null, 2)}\n`);
  const text = around.format === "md" ? (outcome.markdown ?? outcome.text) : outcome.text;
  const said = text(around.locale);
  if (said !== "") screen.out(said.endsWith("\n") ? said : `${said}\n`);
}

/** Says what broke: a fault with its sentence, a bug with its trace for whoever reports it. */
function failed(error: unknown): Outcome {
  if (error instanceof Fault) {
    const { code, message, say } = error;
    return {
      exit: 1,
      json: { fault: { code, message: say ?? message } },
      text: (locale) => `${code}: ${say?.[locale] ?? message}`,
    };
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = error instanceof BrokenPromise ? "broken_promise" : "unexpected";
  return { exit: 1, json: { fault: { code, message: trace } }, text: () => `${code}: ${trace}` };
}

type Parent = { program: Commander; locale: Locale };

function parentOf({ program, locale }: Parent, group: string): Commander {
  const known = program.commands.find((command) => command.name() === group);
  if (known) return known;
  const made = program.command(group).configureHelp(helpIn(locale));
  made.description(words.group(group)[locale]);
  return made;
}

function register(
  parent: Parent,
  command: Command,
  run: (words: string[], options: object) => Promise<void>,
) {
  const { locale } = parent;
  const [first = "", second] = command.name.split(" ");
  const host = second === undefined ? parent.program : parentOf(parent, first);
  const made = host.command(second ?? first).description(command.means[locale]);
  made.configureHelp(helpIn(locale)).helpOption("-h, --help", words.help[locale]);
  for (const { name, optional, many, means } of command.takes ?? []) {
    const label = many ? `${name}...` : name;
    made.argument(optional ? `[${label}]` : `<${label}>`, means[locale]);
  }
  for (const option of command.options ?? []) {
    if (option.fallback === undefined) made.option(option.flags, option.means[locale]);
    else made.option(option.flags, option.means[locale], option.fallback);
  }
  made.action(async (...call: unknown[]) => {
    const taken = call
      .slice(0, -2)
      .flat()
      .filter((word) => word !== undefined);
    await run(taken as string[], made.optsWithGlobals());
  });
}

/** Runs one command line and returns its exit code. Nothing is printed but by `screen`. */
export async function runProgram(
  commands: readonly Command[],
  argv: readonly string[],
  { world, screen }: { world: World; screen: Screen },
): Promise<number> {
  const { locale } = world;
  const program = new Commander("zhibu").description(words.about[locale]);
  program.configureHelp(helpIn(locale)).helpOption("-h, --help", words.help[locale]);
  program.helpCommand("help [command]", words.help[locale]);
  program.option("--format <format>", words.format[locale], "text");
  program.exitOverride().configureOutput({ writeOut: screen.out, writeErr: screen.err });
  let exit = 0;
  for (const command of commands) {
    register({ program, locale }, command, async (taken, options) => {
      const { format = "text", ...rest } = options as { format?: string };
      const printing: Printing = { locale, format: format as Format };
      if (!formats.includes(printing.format)) {
        const outcome = misuse("format_unknown", words.formatUnknown(format));
        print(outcome, { ...printing, format: "text" }, screen);
        exit = outcome.exit;
        return;
      }
      const tell = (outcome: Outcome) => print(outcome, printing, screen);
      const around = { ...world, ...printing, say: sayer(locale, screen), tell };
      const call = { words: taken, options: rest, around };
      const outcome = await command.run(call).catch(failed);
      tell(outcome);
      exit = outcome.exit;
    });
  }
  inherit(program);
  return parse(program, argv, () => exit);
}

const sayer = (locale: Locale, screen: Screen) => (message: { zh: string; en: string }) =>
  screen.err(`${message[locale]}\n`);

/** Sub-commands answer wrong use the same way as the program itself. */
function inherit(program: Commander): void {
  for (const command of program.commands) {
    command.copyInheritedSettings(program);
    inherit(command);
  }
}

async function parse(
  program: Commander,
  argv: readonly string[],
  exit: () => number,
): Promise<number> {
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exit();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 64;
  }
}
