import { describe, expect, test } from "vitest";
import { readPositions } from "./coordinates.ts";
import { toPlane, type LonLat } from "./projection.ts";

const isInCity = ([lon, lat]: LonLat): boolean =>
  lon > 115.4 && lon < 117.6 && lat > 39.4 && lat < 41.1;
const read = (words: string) => readPositions(words, isInCity);
const gate: LonLat = [116.397455, 39.908722];

describe("a position that somebody wrote", () => {
  test.each([
    "116.397455, 39.908722",
    "116.397455 39.908722",
    "39.908722，116.397455",
    "东经116.397455°，北纬39.908722°",
    "116°23'50.838\"E 39°54'31.399\"N",
    "１１６．３９７４５５，３９．９０８７２２",
  ])("%s is read as degrees", (words) => {
    const [first] = read(words);
    expect(first!.at[0]).toBeCloseTo(gate[0], 5);
    expect(first!.at[1]).toBeCloseTo(gate[1], 5);
  });

  test("degrees may be shifted ones: that reading is offered beside the plain one", () => {
    expect(read("116.397455,39.908722").map(({ system }) => system.en)).toEqual([
      "CGCS2000 / WGS 84 degrees",
      "GCJ-02 (shifted degrees)",
      "BD-09 (Baidu's degrees)",
    ]);
  });

  test("metres are read in the plane that puts them into the city, in either order", () => {
    const [east, north] = toPlane(gate);
    for (const words of [`${east},${north}`, `X=${north} Y=${east}`, `${north} ${39e6 + east}`]) {
      const [first] = read(words);
      expect(first!.system.en).toContain("CGCS2000 Gauss-Krüger 117°E");
      expect(first!.at[0]).toBeCloseTo(gate[0], 5);
      expect(first!.at[1]).toBeCloseTo(gate[1], 5);
    }
  });

  test.each(["", "116.39", "2.5, 48.8", "12 号院", "116.4,39.9,40", "a116,39b", "0,0"])(
    "“%s” is no position in the city",
    (words) => expect(read(words)).toEqual([]),
  );
});
