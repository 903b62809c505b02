import type { Map, MapMouseEvent } from "maplibre-gl";
import { useEffect, useEffectEvent } from "react";
import { gripAt } from "./handles.ts";
import type { OutlineEditor } from "./useOutline.ts";

/** Sets a point where the map is clicked beside the handles; and at its centre, without a mouse. */
export function useDrawing(map: Map | undefined, { append }: OutlineEditor): () => void {
  const click = useEffectEvent((made: Map, { point, lngLat }: MapMouseEvent) => {
    if (!gripAt(made, point)) append([lngLat.lng, lngLat.lat]);
  });
  useEffect(() => {
    if (!map) return;
    const onClick = (event: MapMouseEvent) => click(map, event);
    map.on("click", onClick);
    map.doubleClickZoom.disable();
    map.getCanvas().style.cursor = "crosshair";
    return () => {
      map.off("click", onClick);
      map.doubleClickZoom.enable();
      map.getCanvas().style.cursor = "";
    };
  }, [map]);
  return () => {
    if (!map) return;
    const { lng, lat } = map.getCenter();
    append([lng, lat]);
  };
}
