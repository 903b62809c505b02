import { useState } from "react";
import type { LngLat } from "../sketch/geometry.ts";
import {
  appended,
  inserted,
  middleAfter,
  nudged,
  removed,
  spotsOf,
  type Outline,
  type Spot,
} from "./outline.ts";
import { firstStep, redone, stepped, undone } from "./steps.ts";

const wrapped = (place: number, count: number): number => (place + count) % count;

const placeOf = (spots: readonly Spot[], { path, point }: Spot): number =>
  spots.findIndex((spot) => spot.path === path && spot.point === point);

/** An outline that is being changed, step by step, and the point of it that is picked. */
export function useOutline(start: Outline) {
  const [steps, setSteps] = useState(() => firstStep(start));
  const [picked, pick] = useState<Spot>();
  const outline = steps.now;
  const spots = spotsOf(outline);
  const place = picked ? placeOf(spots, picked) : -1;
  const step = (next: Outline) => setSteps((before) => stepped(before, next));
  const turn = (to: typeof undone<Outline>) => {
    pick(undefined);
    setSteps(to);
  };
  const go = (next: Outline, to: Spot | undefined) => {
    step(next);
    pick(to);
  };
  const split = () => {
    const middle = picked && middleAfter(outline, picked);
    if (middle) go(inserted(outline, picked, middle), { ...picked, point: picked.point + 1 });
  };
  const takeAway = () => {
    const less = picked ? removed(outline, picked) : outline;
    if (less !== outline) go(less, undefined);
  };
  return {
    ...{ outline, picked, pick, place, step, split, takeAway },
    count: spots.length,
    hasChanged: outline !== start,
    mayUndo: steps.before.length > 0,
    mayRedo: steps.after.length > 0,
    undo: () => turn(undone),
    redo: () => turn(redone),
    go: (by: number) => {
      const from = place === -1 && by < 0 ? 0 : place;
      if (spots.length > 0) pick(spots[wrapped(from + by, spots.length)]);
    },
    nudge: (by: LngLat) => picked && step(nudged(outline, picked, by)),
    append: (at: LngLat) => step(appended(outline, at)),
  };
}

export type OutlineEditor = ReturnType<typeof useOutline>;
