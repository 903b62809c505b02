import gcoord from "gcoord";
import { stepsPerDegree, type GridPoint } from "./decode.ts";
import { roundDegrees, type LonLat } from "../../src/land/model/projection.ts";

/** The grid is made this much finer, so that crossings can be rounded to it: about 0.1 m. */
export const fineSteps = 1024;

const forward = ([lon, lat]: LonLat): LonLat => {
  const [east, north] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02);
  return [east, north];
};

/** Undoes the GCJ-02 shift: a fixed point of the published forward formula, to 1e-10 degree. */
export function fromGcj02(shifted: LonLat): LonLat {
  let guess = shifted;
  for (let round = 0; round < 30; round++) {
    const [lon, lat] = forward(guess);
    const [dLon, dLat] = [shifted[0] - lon, shifted[1] - lat];
    if (Math.max(Math.abs(dLon), Math.abs(dLat)) < 1e-10) return guess;
    guess = [guess[0] + dLon, guess[1] + dLat];
  }
  throw new Error(`the GCJ-02 shift at ${shifted.join()} could not be undone`);
}

const degreesPerStep = 1 / (stepsPerDegree * fineSteps);

/**
 * A point of the fine grid (GCJ-02) as WGS 84 degrees: a function of the point alone, so shared
 * borders stay shared.
 */
export const gridToDegrees = ([x, y]: GridPoint): LonLat =>
  roundDegrees(fromGcj02([x * degreesPerStep, y * degreesPerStep]));
