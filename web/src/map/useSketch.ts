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

/** Drawing by clicks: a point each; a click on the first or the last one closes. */
export function useSketch(onClosed: (points: readonly LngLat[]) => void) {
  const [tool, setTool] = useState<Tool>("pick");
  const [sketch, setSketch] = useState<Sketch>(emptySketch);
  const [isDone, setDone] = useState(false);

  const clear = () => {
    setSketch(emptySketch);
    setDone(false);
  };
  const close = () => {
    if (tool === "measure") {
      setDone(true);
      setSketch(({ points }) => ({ points }));
      return;
    }
    if (!canClose(sketch)) return;
    onClosed(sketch.points);
    clear();
    setTool("pick");
  };
  const set = (at: LngLat) => {
    setSketch((before) => withPoint(isDone ? emptySketch : before, at));
    setDone(false);
  };
  const click = (hit: MapHit) => {
    const isFirst = canClose(sketch) && isOn(hit, sketch.points[0]);
    if (isFirst && !isDone) return close();
    if (isOn(hit, sketch.points.at(-1)) && !isDone) return undefined;
    return set(hit.at);
  };
  return {
    tool,
    sketch,
    isDone,
    choose: (next: Tool) => {
      clear();
      setTool(next);
    },
    click,
    close,
    set,
    clear,
    undo: () => setSketch(withoutLast),
    point: (at: LngLat) => {
      if (tool === "pick" || isDone || sketch.points.length === 0) return;
      setSketch((before) => ({ ...before, pointer: at }));
    },
  };
}

export type SketchTool = ReturnType<typeof useSketch>;
