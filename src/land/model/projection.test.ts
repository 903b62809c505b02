import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundDegrees, toDegrees, toPlane, type EastNorth, type LonLat } from "./projection.ts";

/** Computed by PROJ (cs2cs EPSG:4490 to EPSG:4548), to a tenth of a millimetre. */
const known: readonly [LonLat, EastNorth][] = [
  [
    [116.3913, 39.9075],
    [447950.5147, 4419435.7897],
  ],
  [
    [116.512, 39.921],
    [458279.7244, 4420871.3721],
  ],
  [
    [115.42, 39.45],
    [363998.1193, 4369654.5679],
  ],
  [
    [117.5, 41.05],
    [542035.8607, 4546246.4648],
  ],
  [
    [117, 40],
    [500000, 4429529.0302],
  ],
];

describe("the projection to EPSG:4548", () => {
  test.each(known)("agrees with PROJ at %j to half a millimetre", (degrees, [east, north]) => {
    const [x, y] = toPlane(degrees);
    expect(Math.abs(x - east)).toBeLessThan(5e-4);
    expect(Math.abs(y - north)).toBeLessThan(5e-4);
  });

  test("comes back to the same degrees anywhere in the city", () => {
    const lon = fc.double({ min: 115.4, max: 117.6, noNaN: true });
    const lat = fc.double({ min: 39.4, max: 41.1, noNaN: true });
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const [backX, backY] = toDegrees(toPlane([x, y]));
        expect(Math.abs(backX - x)).toBeLessThan(1e-10);
        expect(Math.abs(backY - y)).toBeLessThan(1e-10);
      }),
    );
  });

  test("writes degrees to seven digits", () => {
    expect(roundDegrees([116.123456789, 39.987654321])).toEqual([116.1234568, 39.9876543]);
  });
});
