import { expect, test } from "vitest";
import { holdFailures } from "./failures.ts";

test("what fails before there is a log is told when there is, with its cause, once and in order", () => {
  const failures = holdFailures();
  const failing = failures.of("background");
  const [early, late] = [new Error("the queue is gone"), new Error("later")];
  failing(early, { queue: "land.import" });
  failures.of("law")(late);
  const lines: unknown[] = [];
  const log = { error: (...line: unknown[]) => void lines.push(line) };
  failures.tellTo(log);
  failing(late);
  expect(lines).toEqual([
    [{ err: early, queue: "land.import" }, "background"],
    [{ err: late }, "law"],
    [{ err: late }, "background"],
  ]);
});
