import type { Map } from "maplibre-gl";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { City } from "../../api/land.ts";
import MapCanvas from "../canvas/MapCanvas.tsx";
import type { Sight } from "../layers.ts";
import type { StyleInput } from "../style/layer.ts";
import { useGround } from "../useGround.ts";

export type OtherDayProps = {
  beside: Map;
  city: City;
  sight: Sight & { readonly day: string };
  input: StyleInput;
  hidden: ReadonlySet<string>;
  watermark: string;
  onFault: () => void;
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

/** Where a map stands when another is laid beside it. */
function spotOf(map: Map) {
  const { lng, lat } = map.getCenter();
  return { centre: [lng, lat], zoom: map.getZoom() } as const;
}

/** The same ground on another day, beside the map and moved with it: a map for each day. */
export default function OtherDay(props: OtherDayProps) {
  const { beside, city, sight, input, hidden, watermark, onFault } = props;
  const { t } = useTranslation("map");
  const { day } = sight;
  const [map, setMap] = useState<Map>();
  const [spot] = useState(() => spotOf(beside));
  const dated = useMemo(() => ({ ...input, day }), [input, day]);
  const { drawings, failed } = useGround(city, sight);
  useEffect(() => (map ? keepTogether(beside, map) : undefined), [beside, map]);
  useEffect(() => {
    if (failed.length > 0) onFault();
  }, [failed.length]);
  return (
    <MapCanvas
      className="canvas other"
      input={dated}
      bbox={city.bbox}
      words={{ watermark, label: t("canvasOn", { day }) }}
      {...{ spot, drawings, hidden, onFault }}
      onReady={setMap}
    />
  );
}
