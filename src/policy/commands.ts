import type { Command } from "../terminal/index.ts";
import { askCommand, explainCommand } from "./commands/answers.ts";
import type { CommandContext } from "./commands/context.ts";
import { corpusCommands } from "./commands/corpus.ts";
import { evaluateCommand } from "./commands/evaluate.ts";
import { factsCommand } from "./commands/facts.ts";
import { figuresCommand } from "./commands/figures.ts";
import { frontCommand } from "./commands/front.ts";
import { landCheckCommand } from "./commands/land-check.ts";
import { libraryCommands } from "./commands/library.ts";
import { boundariesCommand } from "./commands/pack-boundaries.ts";
import { checkCommand } from "./commands/pack-watch.ts";
import { packCommands } from "./commands/pack.ts";
import { formatCommand } from "./commands/pack-format.ts";
import { lintCommand } from "./commands/pack-lint.ts";
import { mutateCommand } from "./commands/pack-mutate.ts";
import { registerCommands } from "./commands/registers.ts";
import { schemaCommand } from "./commands/pack-schema.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { solveCommand } from "./commands/solve.ts";
import { surveyCommand } from "./commands/survey.ts";
import { sweepCommand } from "./commands/sweep.ts";

/** The words of this room on the command line. */
export const policyCommands = (context: CommandContext): Command[] => [
  evaluateCommand(context),
  explainCommand(context),
  askCommand(context),
  surveyCommand(context),
  simulateCommand(context),
  sweepCommand(context),
  solveCommand(context),
  frontCommand(context),
  factsCommand(context),
  checkCommand(context),
  landCheckCommand(context),
  ...packCommands(context),
  boundariesCommand(context),
  formatCommand(context),
  lintCommand(context),
  mutateCommand(context),
  schemaCommand,
  figuresCommand(context),
  ...libraryCommands(context),
  ...corpusCommands(context),
  ...registerCommands(context),
];

export type { CommandContext } from "./commands/context.ts";
