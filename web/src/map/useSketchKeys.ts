import type { Map } from "maplibre-gl";
import { useEffect, useEffectEvent } from "react";
import type { SketchTool } from "./useSketch.ts";

const fields = new Set(["INPUT", "TEXTAREA", "SELECT", "BUTTON", "A", "SUMMARY"]);

/** Draws without a mouse: Space sets a point at the map's centre, Enter closes, Escape leaves. */
export function useSketchKeys(map: Map | undefined, sketcher: SketchTool): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (sketcher.tool === "pick" || !map) return;
    if (event.key === "Escape") return sketcher.choose("pick");
    if (event.target instanceof HTMLElement && fields.has(event.target.tagName)) return undefined;
    if (event.key === " ") {
      event.preventDefault();
      const { lng, lat } = map.getCenter();
      return sketcher.set([lng, lat]);
    }
    if (event.key === "Enter") return sketcher.close();
    if (event.key === "Backspace") return sketcher.undo();
    return undefined;
  });
  useEffect(() => {
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
