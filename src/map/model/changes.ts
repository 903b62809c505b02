import type { Bbox } from "../../land/contract.ts";
import type { MapChange } from "./kept-tiles.ts";

/** An event, as far as it tells of the map. */
export type MapEvent = {
  readonly room: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

const isBox = (value: unknown): value is Bbox =>
  Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);

/** The boxes that an event names; where it names none, all of the layer may be changed. */
function boxesOf(detail: MapEvent["detail"]): MapChange["boxes"] {
  const named = Object.values(detail).find((value) => Array.isArray(value));
  if (!Array.isArray(named) || named.length === 0) return "all";
  if (isBox(named)) return [named];
  return named.every(isBox) ? named : "all";
}

const tells = ({ room, kind }: MapEvent): boolean =>
  (room === "land" && (kind === "layer_loaded" || kind === "features_changed")) ||
  (room === "map" && kind === "counted");

/** What an event says of the map; undefined where it says nothing of it. */
export function changeOf(event: MapEvent): MapChange | undefined {
  if (!tells(event)) return undefined;
  const boxes = event.kind === "layer_loaded" ? "all" : boxesOf(event.detail);
  return { layer: event.subject, boxes };
}
