import { expect, test } from "vitest";
import { makeTurns } from "./turns.ts";

test("so many work at once, the others wait in their order, and a failure gives its turn back", async () => {
  const turns = makeTurns(2);
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) =>
    turns.take(async () => {
      order.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (name === "b") throw new Error(name);
    });
  const all = ["a", "b", "c", "d"].map(work);
  const fates = Promise.allSettled(all);
  await Promise.resolve();
  expect(order).toEqual(["a", "b"]);
  expect(turns.waiting).toBe(2);
  ends[1]!();
  await expect(all[1]).rejects.toThrow("b");
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(["a", "b", "c"]);
  for (let at = 0; at < 4; at += 1) {
    ends[at]!();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(order).toEqual(["a", "b", "c", "d"]);
  expect((await fates).map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
  expect(turns.waiting).toBe(0);
});
