import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyDraft, readDraft } from "./draft.ts";

const write = (text: string, to?: string) => ({
  ...emptyDraft,
  text,
  ...(to !== undefined && { to, isRange: true }),
});

describe("an answer as it is written", () => {
  test("may carry commas and full-width digits", () => {
    expect(readDraft("quantity", write("12,480.5"), {})).toEqual({ ok: true, value: 12480.5 });
    expect(readDraft("quantity", write("１２３"), {})).toEqual({ ok: true, value: 123 });
  });

  test("that is no number is refused, and an empty one is not zero", () => {
    expect(readDraft("quantity", write("many"), {})).toMatchObject({
      problem: { code: "problemNumber" },
    });
    expect(readDraft("quantity", write(" "), {})).toMatchObject({
      problem: { code: "problemEmpty" },
    });
  });

  test("of which only the range is known becomes an estimate", () => {
    expect(readDraft("quantity", write("380", "520"), {})).toEqual({
      ok: true,
      value: { estimate: [380, 520] },
    });
    expect(readDraft("quantity", write("520", "380"), {})).toMatchObject({
      problem: { code: "problemRange" },
    });
  });

  test("outside the domain says which end it passed", () => {
    expect(readDraft("quantity", write("-1"), {})).toMatchObject({
      problem: { code: "problemBelow", limit: 0 },
    });
    expect(readDraft("quantity", write("11"), { max: 10 })).toMatchObject({
      problem: { code: "problemAbove", limit: 10 },
    });
  });

  test("finer than the quantum is refused, trailing noughts are not", () => {
    expect(readDraft("quantity", write("1.005"), { quantum: 0.01 })).toMatchObject({
      problem: { code: "problemQuantum" },
    });
    expect(readDraft("quantity", write("1.050"), { quantum: 0.01 })).toMatchObject({ ok: true });
    expect(readDraft("quantity", write("3.5"), { quantum: "1" })).toMatchObject({ ok: false });
  });

  test("reads back every whole number", () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(readDraft("quantity", write(String(value)), {})).toEqual({ ok: true, value });
      }),
    );
  });

  test("by choice is yes, no, an option or several", () => {
    expect(readDraft("boolean", { ...emptyDraft, chosen: ["no"] }, {})).toMatchObject({
      value: false,
    });
    expect(readDraft("enumeration", { ...emptyDraft, chosen: ["office"] }, {})).toMatchObject({
      value: "office",
    });
    expect(readDraft("list", { ...emptyDraft, chosen: ["a", "b"] }, {})).toMatchObject({
      value: ["a", "b"],
    });
    expect(readDraft("boolean", emptyDraft, {})).toMatchObject({ ok: false });
  });
});
