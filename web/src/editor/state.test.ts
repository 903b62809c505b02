import { describe, expect, test } from "vitest";
import type { Seen } from "./desk/desk.ts";
import { hear, nothingSaid } from "./state.ts";

const seen: Seen = { rules: [], cases: [{ name: "恰好达到", differences: [] }], run: undefined };
const own = [{ kind: "let", text: "share", label: { zh: "比例", en: "Share" } }] as const;
const compiled = hear(nothingSaid, {
  kind: "look",
  answer: { findings: [], count: 0, own, seen },
});

describe("what the page knows of a draft", () => {
  test("is what it said before, marked as such, while it does not compile", () => {
    const broken = hear(compiled, { kind: "look", answer: { findings: [], count: 3 } });
    expect(broken).toMatchObject({ seen, own, count: 3, isStale: true });
    const mended = hear(broken, { kind: "look", answer: { findings: [], count: 0, seen } });
    expect(mended).toMatchObject({ seen, isStale: false });
  });

  test("is that a check was given up, until one comes through again", () => {
    const late = hear(compiled, { kind: "gaveUp" });
    expect(late).toMatchObject({ gaveUp: true, isStale: true, seen });
    expect(hear(nothingSaid, { kind: "gaveUp" })).toMatchObject({ gaveUp: true, isStale: false });
    const again = { kind: "look", answer: { findings: [], count: 0, seen } } as const;
    expect(hear(late, again).gaveUp).toBe(false);
  });

  test("is the file as it was opened first, also where the desk is opened anew", () => {
    const first = hear(nothingSaid, {
      kind: "open",
      answer: { path: "a.yaml", text: "one", words: [] },
    });
    const second = hear(first, { kind: "open", answer: undefined });
    expect(second).toBe(first);
    expect(hear(nothingSaid, { kind: "open", answer: undefined }).opened).toBe("missing");
  });
});
