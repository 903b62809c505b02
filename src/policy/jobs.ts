import { system } from "../base/actor.ts";
import type { Db } from "../store/db.ts";
import { dropExpiredEvaluations } from "./store.ts";

const everyMs = 3_600_000;

/** Forgets expired evaluations now and every hour; the answer stops it. Failures go to `failed`. */
export function startPolicyJobs(db: Db, failed: (cause: unknown) => void): () => void {
  const sweep = () => {
    const now = new Date().toISOString();
    db.transaction(system("policy"), (tx) => dropExpiredEvaluations(tx, now)).catch(failed);
  };
  sweep();
  const timer = setInterval(sweep, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
