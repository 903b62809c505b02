/** The thread in which reports are written, so that the server goes on answering meanwhile. */
import { parentPort } from "node:worker_threads";
import { invariant } from "../../base/invariant.ts";
import { writeReport } from "./report-file/write.ts";
import type { ReportOrder } from "./report-thread.ts";

invariant(parentPort, "a thread was started as one");
const port = parentPort;

// One order at a time: whoever asks waits for the file. What is thrown ends the thread.
port.on("message", ({ kind, report }: ReportOrder) => {
  void writeReport(kind, report).then((bytes) => port.postMessage(bytes));
});
