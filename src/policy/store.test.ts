import { expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "../base/actor.ts";
import { appendEvaluation, dropExpiredEvaluations, findEvaluation } from "./store.ts";

const me = system("test");
const at = "2026-03-16T01:42:00Z";

onBothEngines("a stored evaluation", (engine) => {
  const stored = {
    id: "abc",
    createdAt: at,
    expiresAt: "2026-06-14T01:42:00Z",
    asOf: "2026-03-16",
    encoding: "e",
    engine: "1",
    question: { facts: {} },
    facts: { id: "case", facts: { project: { approved_floor_area: 2000.01 } } },
    answers: { report: { 案例: "示例", values: [1, 2.5, null] } },
  };

  test("comes back as it was, until it expires", async () => {
    await engine.db.transaction(me, (tx) => appendEvaluation(tx, stored));
    const find = (instant: string) =>
      engine.db.transaction(me, (tx) => findEvaluation(tx, "abc", instant));
    expect(await find(at)).toEqual(stored);
    expect(await find("2026-06-14T01:41:59.999Z")).toEqual(stored);
    expect(await find(stored.expiresAt)).toBeUndefined();
  });

  test("is forgotten once it has expired", async () => {
    const drop = (instant: string) =>
      engine.db.transaction(me, (tx) => dropExpiredEvaluations(tx, instant));
    expect(await drop("2026-06-14T01:41:59.999Z")).toBe(0);
    expect(await drop(stored.expiresAt)).toBe(1);
  });
});
