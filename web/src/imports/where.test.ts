import { describe, expect, test } from "vitest";
import type { CrsCandidate } from "../api/imports.ts";
import { arranged, proofOf, slipsOf } from "./where.ts";

const candidate = (crs: string, figures: Partial<CrsCandidate> = {}): CrsCandidate => ({
  ...{ crs, title: { zh: crs, en: crs }, insideShare: 1, namedShare: null, outlineM: null },
  ...figures,
});

const crsOf = (stated: string | null, proposed: string | null, candidates: CrsCandidate[] = []) =>
  ({ stated, proposed, candidates, verdict: "proved" }) as const;

describe("what was done to the coordinates", () => {
  test("is told from what the evidence speaks for, against what the file says", () => {
    expect(slipsOf(crsOf("EPSG:4326", "GCJ-02"))).toEqual(["gcj"]);
    expect(slipsOf(crsOf(null, "BD-09"))).toEqual(["bd"]);
    expect(slipsOf(crsOf(null, "EPSG:4490:swapped"))).toEqual(["swapped"]);
    expect(slipsOf(crsOf("EPSG:4547", "EPSG:4548"))).toEqual(["wrongCode"]);
  });

  test("is nothing where the file says what the evidence says, or the evidence says nothing", () => {
    expect(slipsOf(crsOf("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4490"))).toEqual([]);
    expect(slipsOf(crsOf("EPSG:4548", "EPSG:4548"))).toEqual([]);
    expect(slipsOf(crsOf("EPSG:4548", null))).toEqual([]);
  });
});

describe("the proof", () => {
  test("sets the distance of outlines beside that of the strongest rival", () => {
    const candidates = [
      candidate("EPSG:4490", { outlineM: 510 }),
      candidate("GCJ-02", { outlineM: 12 }),
      candidate("BD-09", { outlineM: 1400 }),
    ];
    const crs = crsOf(null, "GCJ-02", candidates);
    expect(proofOf(crs)).toEqual({ kind: "outlines", near: 12, far: 510 });
    expect(arranged(crs).shown.map((one) => one.crs)).toEqual(["GCJ-02", "EPSG:4490", "BD-09"]);
  });

  test("goes by the districts that rows name where there are no outlines", () => {
    const candidates = [candidate("A", { namedShare: 0.98 }), candidate("B", { namedShare: 0.9 })];
    expect(proofOf(crsOf(null, "A", candidates))).toEqual({
      ...{ kind: "named", share: 0.98, next: 0.9 },
    });
    expect(proofOf(crsOf(null, null, candidates))).toEqual({ kind: "none" });
  });
});
