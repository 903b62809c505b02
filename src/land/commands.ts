import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { changeCommands } from "./commands/changes.ts";
import type { LandContext } from "./commands/context.ts";
import type { Command } from "../terminal/index.ts";

/** `zhibu land import|export|undo|changes`. */
export const landCommands = (context: LandContext): Command[] => [
  importCommand(context),
  exportCommand(context),
  ...changeCommands(context),
];
