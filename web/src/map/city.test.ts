import { describe, expect, test } from "vitest";
import type { City } from "../api/land.ts";
import { ringRows } from "./city.ts";

const city: City = {
  id: "beijing",
  title: { zh: "北京市", en: "Beijing" },
  note: { zh: "注", en: "note" },
  bbox: [115, 39, 118, 41],
  published: { blocks: 1371 },
  rings: [
    {
      id: "core",
      title: { zh: "一核", en: "Core" },
      long: { zh: "核心区", en: "Core area" },
      districts: [],
      published: { stock_m2: 42_000_000 },
      assumed: { blocks: 183 },
    },
  ],
  districts: [],
  generated: null,
};

describe("the table of rings", () => {
  test("says of each figure whether it is published or assumed, and has none where nobody has one", () => {
    expect(ringRows(city)[0]).toMatchObject({
      stock: { value: 0.42, isAssumed: false },
      blocks: { value: 183, isAssumed: true },
      areaKm2: undefined,
    });
  });
});
