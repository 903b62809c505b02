import type { Map, MapMouseEvent, MapTouchEvent } from "maplibre-gl";
import { useEffect, useEffectEvent, useRef } from "react";
import type { LngLat } from "../sketch/geometry.ts";
import { readPalette } from "../style/palette.ts";
import { addHandles, gripAt, removeHandles, showHandles } from "./handles.ts";
import { inserted, moved, type Outline, type Spot } from "./outline.ts";

type Moved = MapMouseEvent | MapTouchEvent;

/** Two fingers move the map, never a point. */
const isOneFinger = (event: Moved): event is MapTouchEvent =>
  "points" in event && event.points.length === 1;
const isMouse = (event: Moved): event is MapMouseEvent => !("points" in event);

const placeOf = ({ lngLat }: Moved): LngLat => [lngLat.lng, lngLat.lat];

type Props = {
  outline: Outline;
  picked: Spot | undefined;
  pick: (spot: Spot) => void;
  /** A point has been let go: what the outline is now. */
  drop: (outline: Outline) => void;
};

type Drag = { spot: Spot; outline: Outline; hasMoved: boolean };

/** Taking hold of a handle, moving it, and letting it go. */
function useDrag({ outline, pick, drop }: Props) {
  const drag = useRef<Drag>(undefined);
  const grab = (made: Map, event: Moved) => {
    if (!isMouse(event) && !isOneFinger(event)) return;
    const grip = gripAt(made, event.point, isMouse(event) ? "mouse" : "finger");
    if (!grip) return;
    event.preventDefault();
    const { spot, isMiddle } = grip;
    const held = isMiddle ? { path: spot.path, point: spot.point + 1 } : spot;
    const started = isMiddle ? inserted(outline, spot, placeOf(event)) : outline;
    drag.current = { spot: held, outline: started, hasMoved: isMiddle };
    pick(held);
  };
  const move = (made: Map, event: Moved) => {
    const held = drag.current;
    if (!held) return;
    event.preventDefault();
    const now = moved(held.outline, held.spot, placeOf(event));
    drag.current = { ...held, outline: now, hasMoved: true };
    showHandles(made, now, held.spot);
  };
  const release = () => {
    const held = drag.current;
    drag.current = undefined;
    if (held?.hasMoved) drop(held.outline);
  };
  return { grab, move, release };
}

/** Lets an outline's points be dragged by mouse or finger; the middle of a side becomes one. */
export function useHandles(map: Map | undefined, props: Props): void {
  const { outline, picked } = props;
  const drag = useDrag(props);
  const grab = useEffectEvent(drag.grab);
  const move = useEffectEvent(drag.move);
  const release = useEffectEvent(drag.release);
  useEffect(() => {
    if (!map) return;
    addHandles(map, readPalette());
    const [onGrab, onMove] = [(e: Moved) => grab(map, e), (e: Moved) => move(map, e)];
    const onRelease = () => release();
    const heard = [
      ...[map.on("mousedown", onGrab), map.on("touchstart", onGrab)],
      ...[map.on("mousemove", onMove), map.on("touchmove", onMove)],
      ...[map.on("mouseup", onRelease), map.on("touchend", onRelease)],
      map.on("touchcancel", onRelease),
    ];
    return () => {
      for (const one of heard) one.unsubscribe();
      removeHandles(map);
    };
  }, [map]);

  useEffect(() => {
    if (map) showHandles(map, outline, picked);
  }, [map, outline, picked]);
}
