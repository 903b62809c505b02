/**
 * A process that holds an embedded folder and writes without end, telling each acknowledged row.
 * Started by the tests of the embedded database, which kill it in mid-write.
 */
import { openDb } from "../../src/store/db.ts";
import { appendEvent } from "../../src/store/event.ts";
import { system } from "../../src/store/actor.ts";

const [folder, cacheFolder] = process.argv.slice(2);
const opened = await openDb({ folder, cacheFolder, snapshotMinutes: 0 });
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
const db = opened.value;
db.embedded?.announce("http://127.0.0.1:8420");
process.stdout.write("open\n");

for (let count = 1; ; count += 1) {
  await db.transaction(system("writer"), (tx) =>
    appendEvent(tx, { room: "test", kind: "written", subject: String(count) }),
  );
  process.stdout.write(`${count}\n`);
}
