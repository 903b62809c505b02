import type { Map } from "maplibre-gl";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { createMap } from "../canvas/createMap.ts";
import type { StyleInput } from "../style/layer.ts";

type Props = {
  beside: Map;
  input: StyleInput;
  hidden: ReadonlySet<string>;
  watermark: string;
  day: string;
};

/** One map goes where the other goes; whoever is moved by the other moves it no further. */
function keepTogether(one: Map, other: Map): () => void {
  let isLed = false;
  const follow = (from: Map, to: Map) => () => {
    if (isLed) return;
    isLed = true;
    to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
    isLed = false;
  };
  const [there, back] = [follow(one, other), follow(other, one)];
  one.on("move", there);
  other.on("move", back);
  return () => {
    one.off("move", there);
    other.off("move", back);
  };
}

/** The same ground on another day, beside the map and moved with it: a map for each day. */
export default function OtherDay({ beside, input, hidden, watermark, day }: Props) {
  const { t } = useTranslation("map");
  const place = useRef<HTMLDivElement>(null);
  const start = useEffectEvent((container: HTMLElement): Map => {
    const { lng, lat } = beside.getCenter();
    const spot = { centre: [lng, lat], zoom: beside.getZoom() } as const;
    const [west, south, east, north] = beside.getBounds().toArray().flat();
    const bbox: [number, number, number, number] = [west!, south!, east!, north!];
    const label = t("canvasOn", { day });
    return createMap({ container, input: { ...input, day }, bbox, spot, hidden, watermark, label });
  });
  useEffect(() => {
    if (!place.current) return;
    const made = start(place.current);
    const apart = keepTogether(beside, made);
    return () => {
      apart();
      made.remove();
    };
    // Whatever the left map shows, hides or weakens, the right one does as well.
  }, [beside, hidden, input]);
  return <div ref={place} className="canvas other" />;
}
