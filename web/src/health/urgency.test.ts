import { expect, test } from "vitest";
import type { Finding, Level } from "../api/health.ts";
import { byUrgency, countsOf } from "./urgency.ts";

const of = (code: string, level: Level): Finding => ({ code, level, said: { zh: code, en: code } });
const findings = [of("a", "good"), of("b", "bad"), of("c", "notice"), of("d", "bad")];

test("what is urgent stands first, in the order in which it came", () => {
  expect(byUrgency(findings).map(({ code }) => code)).toEqual(["b", "d", "c", "a"]);
});

test("levels are counted, the worst first", () => {
  expect(countsOf(findings)).toEqual([
    { level: "bad", count: 2 },
    { level: "notice", count: 1 },
    { level: "good", count: 1 },
  ]);
  expect(countsOf([of("a", "good")])).toEqual([{ level: "good", count: 1 }]);
});
