/**
 * The whole server as a process of its own, with its budgets raised and each answer held against
 * its contract. It tells its parent where it serves, how many rows stand where, and its memory.
 */
import { startServing } from "../../src/cli/serve.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { usualLimits } from "../../src/http/security.ts";
import { countRows, memoryOfProcess } from "./target.ts";

const raised = { readsPerMinute: 10_000_000, workPerMinute: 10_000_000 };
const limits = process.env["SOAK_BUDGETS"] === "usual" ? usualLimits : raised;
const settings = settingsOf(process.env);
const serving = await startServing(settings, () => undefined, { limits, checkAnswers: true });
if (!serving.ok) throw new Error(serving.refusal.text("en"));
const { url, db, stop } = serving.value;

const tell = (answer: unknown): void => void process.send?.(answer);

process.on("message", (asked: string) => {
  if (asked === "memory") tell({ memory: memoryOfProcess() });
  if (asked === "counts") void countRows(db).then((counts) => tell({ counts }));
  if (asked === "stop") void stop().then(() => process.disconnect());
});
// Whoever started it is gone, or has what it wanted: nothing is left running.
process.on("disconnect", () => process.exit());
tell({ url });
