import { useState } from "react";
import type { LngLat } from "./sketch/geometry.ts";
import { canClose, emptySketch, withoutLast, withPoint, type Sketch } from "./sketch/sketch.ts";
import type { MapHit } from "./canvas/hit.ts";

export type Tool = "pick" | "draw" | "measure";

/** A click this near to a point falls on it. */
const nearPx = 10;

function isOn(hit: MapHit, point: LngLat | undefined): boolean {
  if (!point) return false;
  const { x, y } = hit.screen(point);
  return Math.hypot(x - hit.point.x, y - hit.point.y) <= nearPx;
}

/** The points set, and whether a measured line has been ended. */
function usePoints() {
  const [sketch, setSketch] = useState<Sketch>(emptySketch);
  const [isDone, setDone] = useState(false);
  return {
    sketch,
    isDone,
    clear: () => {
      setSketch(emptySketch);
      setDone(false);
    },
    end: () => {
      setDone(true);
      setSketch(({ points }) => ({ points }));
    },
    set: (at: LngLat) => {
      setSketch((before) => withPoint(isDone ? emptySketch : before, at));
      setDone(false);
    },
    undo: () => setSketch(withoutLast),
    move: (pointer: LngLat) => setSketch((before) => ({ ...before, pointer })),
  };
}

/** Drawing by clicks: a point each; a click on the first or the last one closes. */
export function useSketch(onClosed: (points: readonly LngLat[]) => void) {
  const [tool, setTool] = useState<Tool>("pick");
  const { sketch, isDone, clear, end, set, undo, move } = usePoints();
  const choose = (next: Tool) => {
    clear();
    setTool(next);
  };
  const close = () => {
    if (tool === "measure") return end();
    if (!canClose(sketch)) return undefined;
    onClosed(sketch.points);
    return choose("pick");
  };
  const click = (hit: MapHit) => {
    const isFirst = canClose(sketch) && isOn(hit, sketch.points[0]);
    if (isFirst && !isDone) return close();
    if (isOn(hit, sketch.points.at(-1)) && !isDone) return undefined;
    return set(hit.at);
  };
  const point = (at: LngLat) => {
    if (tool !== "pick" && !isDone && sketch.points.length > 0) move(at);
  };
  return { tool, sketch, isDone, choose, click, close, set, undo, point };
}

export type SketchTool = ReturnType<typeof useSketch>;
