import { system } from "../base/actor.ts";
import type { Db } from "../store/db.ts";
import { dropOldAnswers } from "../store/idempotency.ts";
import type { Queue } from "../store/jobs/job.ts";
import { libraryJobs, type LibraryWork } from "./jobs/library.ts";
import { dropExpiredEvaluations } from "./store.ts";

/** Every hour, a little after it. */
const cron = "7 * * * *";

/**
 * Evaluates what runs over libraries want; forgets evaluations that have expired, and answers that
 * nobody asks for again.
 */
export const policyQueues = (db: Db, work: LibraryWork): Queue[] => [
  libraryJobs(db, work),
  {
    name: "policy.sweep",
    cron,
    work: async () => {
      const now = new Date().toISOString();
      await db.transaction(system("policy.sweep"), (tx) => dropExpiredEvaluations(tx, now));
      await db.transaction(system("policy.sweep"), dropOldAnswers);
    },
  },
];
