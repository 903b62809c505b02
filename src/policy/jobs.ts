import { system } from "../base/actor.ts";
import type { Db } from "../store/db.ts";
import { dropOldAnswers } from "../store/idempotency.ts";
import type { Queue } from "../store/jobs/job.ts";
import { dropExpiredEvaluations } from "./store.ts";

/** Every hour, a little after it. */
const cron = "7 * * * *";

/** Forgets evaluations that have expired, and answers that nobody asks for again. */
export const policyQueues = (db: Db): Queue[] => [
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
