/**
 * A process whose worker takes a job and never ends it. Started by the tests of the jobs, which
 * kill it there.
 */
import { openDb } from "../../src/store/db.ts";
import { startWorkers } from "../../src/store/jobs/workers.ts";

const [where = "", cacheFolder] = process.argv.slice(2);
const place = where.startsWith("postgresql:") ? { url: where } : { folder: where, cacheFolder };
const opened = await openDb({ ...place, snapshotMinutes: 0 });
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));

await startWorkers(opened.value, {
  queues: [
    {
      name: "t.killed",
      expireSeconds: 2,
      retrySeconds: 1,
      work: ({ id }) => {
        process.stdout.write(`took ${id}\n`);
        return new Promise(() => undefined);
      },
    },
  ],
  failed: (cause) => process.stderr.write(`${String(cause)}\n`),
});
