import { usualLimits } from "../../src/http/security.ts";
import type { Engine } from "./engine.ts";
import { startServer } from "./process.ts";
import type { Section } from "./report.ts";

/** What one address sees that asks for work without a pause, with the usual budgets. */
export async function budgetSection(engine: Engine): Promise<Section> {
  const server = await startServer({ ...engine.environment, SOAK_BUDGETS: "usual" });
  const counts: Record<string, number> = {};
  const waits: number[] = [];
  for (let asked = 0; asked < usualLimits.workPerMinute + 40; asked += 1) {
    const answer = await fetch(`${server.url}/api/v1/land/overlaps`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ building: "none" }),
    });
    await answer.text();
    counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    if (answer.status === 429) waits.push(Number(answer.headers.get("retry-after")));
  }
  await server.stop();
  const told = Object.entries(counts).map(([status, count]) => `${status}: ${count}`);
  const range = waits.length === 0 ? "none" : `${Math.min(...waits)} to ${Math.max(...waits)} s`;
  return {
    title: `The usual budgets, ${engine.name}`,
    lines: [`- answers: ${told.join(", ")}`, `- Retry-After: ${range}`],
  };
}
