import { describe, expect, test } from "vitest";
import { tileAt, boxOf, type TilePlace } from "./grid.ts";
import { isTouched, keepTiles, type KeptTile } from "./kept-tiles.ts";

const place: TilePlace = tileAt([116.5, 39.9], 14);
const tileOf = (weight: number, layers = ["buildings"]): KeptTile => ({
  ...{ place, layers, hash: "h", leftOut: {} },
  ...{ bytes: new Uint8Array(weight), packed: async () => new Uint8Array() },
});

describe("a memory for tiles", () => {
  test("lets go of those asked for longest ago when it is full", () => {
    const kept = keepTiles(3_060);
    for (const key of ["a", "b", "c"]) kept.keep(key, tileOf(10), 0);
    kept.find("a");
    kept.keep("d", tileOf(10), 0);
    expect(["a", "b", "c", "d"].filter((key) => kept.find(key))).toEqual(["a", "c", "d"]);
  });

  test("keeps no tile that was begun before a change", () => {
    const kept = keepTiles();
    const since = kept.changes;
    kept.forget({ layer: "rivers", boxes: "all" });
    kept.keep("a", tileOf(10), since);
    expect(kept.find("a")).toBeUndefined();
  });

  test("counts what a tile weighs once, however often it is kept", () => {
    const kept = keepTiles(2_045);
    for (let nth = 0; nth < 5; nth += 1) kept.keep("a", tileOf(10), 0);
    kept.keep("b", tileOf(10), 0);
    expect(kept.size).toBe(2);
  });

  test("is touched by a change of its own layers, in its own box with the buffer", () => {
    const [west, south, east, north] = boxOf(place, 0);
    const inBuffer = [east + 1e-6, south, east + 1e-5, north] as const;
    const beyond = [east + (east - west), south, east + 2 * (east - west), north] as const;
    const touched = (layer: string, box: readonly [number, number, number, number]) =>
      isTouched(tileOf(1), { layer, boxes: [[...box]] });
    expect(touched("buildings", inBuffer)).toBe(true);
    expect(touched("buildings", beyond)).toBe(false);
    expect(touched("rivers", inBuffer)).toBe(false);
  });
});
