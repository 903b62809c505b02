import { join } from "node:path";
import { landCommands } from "../land/index.ts";
import { peopleCommands } from "../people/index.ts";
import { policyCommands } from "../policy/index.ts";
import type { Command } from "../terminal/index.ts";
import { benchCheckCommand } from "./bench-check.ts";
import { benchCommand, benchMapCommand } from "./bench.ts";
import { cityCommand } from "./city.ts";
import { conformanceCommand } from "./conformance.ts";
import type { WithDb } from "./database.ts";
import { databaseCommands } from "./database-commands.ts";
import { doctorCommand } from "./doctor.ts";
import { expressionCommand } from "./expression.ts";
import { moveCommand } from "./move.ts";
import type { Settings } from "./settings.ts";
import { verifyCommand } from "./verify.ts";

/** The commands that work on a database: the rooms' own, and those that join rooms together. */
export function commandsFor(settings: Settings, withDb: WithDb): Command[] {
  const packs = join(settings.home, "packs");
  return [
    ...policyCommands({ packs, pack: settings.pack, withDb }),
    cityCommand(settings, withDb),
    ...landCommands({ withDb }),
    ...peopleCommands({ withDb, issuer: settings.entry.oidc?.issuer }),
    expressionCommand,
    conformanceCommand,
    benchCommand(settings.home),
    benchCheckCommand(settings.home),
    benchMapCommand(settings),
    ...databaseCommands(settings, withDb),
    verifyCommand(withDb),
    moveCommand,
    doctorCommand(settings),
  ];
}
