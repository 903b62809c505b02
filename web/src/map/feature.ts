import type { Bbox, Feature } from "../api/land.ts";
import { overlaps } from "./view.ts";

/** The box around any GeoJSON coordinates, however deeply nested. */
export function bboxOf(coordinates: unknown): Bbox | undefined {
  if (!Array.isArray(coordinates)) return undefined;
  const [first, second] = coordinates as unknown[];
  if (typeof first === "number" && typeof second === "number") {
    return [first, second, first, second];
  }
  return coordinates.reduce<Bbox | undefined>((box, part) => {
    const next = bboxOf(part);
    if (!box || !next) return box ?? next;
    return [
      Math.min(box[0], next[0]),
      Math.min(box[1], next[1]),
      Math.max(box[2], next[2]),
      Math.max(box[3], next[3]),
    ];
  }, undefined);
}

/** The middle of the box around the coordinates. */
export function centreOf(coordinates: unknown): readonly [number, number] | undefined {
  const box = bboxOf(coordinates);
  return box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

/** Those of which any part may lie in the box: judged by the box around each. */
export const featuresIn = (features: readonly Feature[], bbox: Bbox): Feature[] =>
  features.filter(({ geometry }) => {
    const box = bboxOf(geometry.coordinates);
    return box !== undefined && overlaps(box, bbox);
  });
