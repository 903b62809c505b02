/** A node that evaluates libraries until it is killed. Started by the test that kills it. */
import { openDb } from "../../src/store/db.ts";
import { startWorkers } from "../../src/store/jobs/workers.ts";
import { policyQueues } from "../../src/policy/index.ts";

const [url = "", packs = "", node = ""] = process.argv.slice(2);
const opened = await openDb({ url, snapshotMinutes: 0 });
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));

await startWorkers(opened.value, {
  queues: policyQueues(opened.value, { packs, node }),
  failed: (cause) => process.stderr.write(`${String(cause)}\n`),
  superviseSeconds: 1,
});
