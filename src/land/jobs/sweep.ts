import { system } from "../../base/actor.ts";
import type { Db } from "../../store/db.ts";
import type { Queue } from "../../store/jobs/job.ts";
import { importQueue } from "../actions/imports.ts";
import { landRefusalText } from "../problems.ts";
import { lockImport, moveImport } from "../store/imports.ts";
import { dropOldRefusals, dropUnconfirmed, listAbandoned } from "../store/old-imports.ts";

/** Every hour, a little after it. */
const cron = "37 * * * *";
/** A file that nobody confirms is kept so long; why its rows were refused, once it is in. */
const keptDays = { unconfirmed: 30, refusals: 90 };

const givenUp = { code: "map_file_refused", fault: "given_up", detail: importQueue } as const;

/** Forgets the files of old imports, and ends by name those whose work broke off for good. */
export function sweepImports(db: Db, now: Date): Promise<void> {
  return db.transaction(system("land.sweep"), async (tx) => {
    await dropUnconfirmed(tx, now, keptDays.unconfirmed);
    await dropOldRefusals(tx, now, keptDays.refusals);
    for (const id of await listAbandoned(tx, now, importQueue)) {
      await lockImport(tx, id);
      const problem = { code: givenUp.code, message: landRefusalText(givenUp) };
      await moveImport(tx, id, { state: "refused", problem });
    }
  });
}

/** The sweep as work of the program: on one node, when it starts and every hour. */
export const sweepJobs = (db: Db): Queue => ({
  name: "land.sweep",
  cron,
  work: () => sweepImports(db, new Date()),
});
