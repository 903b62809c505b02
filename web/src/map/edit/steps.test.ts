import { expect, test } from "vitest";
import { firstStep, redone, stepped, undone } from "./steps.ts";

test("steps are taken back and done again, and a new one forgets what was taken back", () => {
  const third = stepped(stepped(firstStep("a"), "b"), "c");
  expect(undone(third).now).toBe("b");
  expect(redone(undone(third))).toEqual(third);
  const other = stepped(undone(third), "d");
  expect(redone(other).now).toBe("d");
  expect(undone(undone(undone(other))).now).toBe("a");
});

test("the same state is no step", () => {
  const steps = firstStep("a");
  expect(stepped(steps, "a")).toBe(steps);
});
