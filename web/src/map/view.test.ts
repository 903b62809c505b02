import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coordinateText, distanceText, scaleBar, snapped } from "./view.ts";

describe("the map's view", () => {
  test("asks for a box that holds what is seen", () => {
    const lng = fc.double({ min: 115, max: 117, noNaN: true });
    const lat = fc.double({ min: 39, max: 41, noNaN: true });
    fc.assert(
      fc.property(lng, lat, fc.double({ min: 5, max: 18, noNaN: true }), (west, south, zoom) => {
        const box = snapped([west, south, west + 0.01, south + 0.01], zoom);
        expect(box[0]).toBeLessThanOrEqual(west + 1e-6);
        expect(box[1]).toBeLessThanOrEqual(south + 1e-6);
        expect(box[2]).toBeGreaterThanOrEqual(west + 0.01 - 1e-6);
        expect(box[3]).toBeGreaterThanOrEqual(south + 0.01 - 1e-6);
      }),
    );
  });

  test("has a scale of a round distance that fits", () => {
    const bar = scaleBar({ zoom: 16, centre: [116.4, 39.9] }, 96);
    expect(bar.px).toBeLessThanOrEqual(96);
    expect(bar.px).toBeGreaterThan(96 / 2.6);
    expect([50, 100]).toContain(bar.metres);
    expect(distanceText(20_000)).toBe("20 km");
    expect(distanceText(100)).toBe("100 m");
  });

  test("says where its centre is", () => {
    expect(coordinateText([116.4803, 39.92021])).toBe("116.4803° E 39.9202° N");
  });
});
