import type { View } from "./view.ts";
import { shownAtFirst } from "./layers.ts";

/** What the map's address may hold, with the most letters of each. */
const most = {
  /** A picked building. */
  building: 100,
  /** A drawn area, as `areaText` writes it. */
  area: 8000,
  /** Something to look at: "parks:P-12". */
  see: 100,
  /** The exact view, as `spotText` writes it. */
  at: 60,
  /** The layers that are shown, as `showingText` writes it. */
  layers: 1000,
  heat: 40,
  /** Two days side by side, as `daysText` writes them. */
  days: 40,
} as const;

type Name = keyof typeof most;
export type MapSearch = { readonly [name in Name]?: string };

/** Keeps what is understood; what is too long is nothing that this page wrote. */
export function readMapSearch(search: Record<string, unknown>): MapSearch {
  const found = (Object.keys(most) as Name[]).flatMap((name): [Name, string][] => {
    const value = search[name];
    if (typeof value !== "string" && typeof value !== "number") return [];
    const text = String(value);
    return text === "" || text.length > most[name] ? [] : [[name, text]];
  });
  return Object.fromEntries(found);
}

export type Spot = { readonly centre: readonly [number, number]; readonly zoom: number };

/** "116.39745,39.90872,11.25": longitude and latitude to a metre, and the zoom. */
export const spotText = ({ centre: [lng, lat], zoom }: Pick<View, "centre" | "zoom">): string =>
  [lng.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].join(",");

/** The spot that an address names; undefined where it names none that is on the earth. */
export function readSpot(at: string | undefined): Spot | undefined {
  const [lng, lat, zoom, ...rest] = (at ?? "").split(",").map((part) => Number(part || NaN));
  if (rest.length > 0 || lng === undefined || lat === undefined || zoom === undefined) return;
  const isOnEarth = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
  return isOnEarth ? { centre: [lng, lat], zoom } : undefined;
}

/** Which layers are shown, and those that are drawn weaker than usual: from 0 to 1. */
export type Showing = {
  readonly shown: ReadonlySet<string>;
  readonly strengths: Readonly<Record<string, number>>;
};

const usual = new Set([...shownAtFirst, "reach"]);

/** Says what differs from the first look: "faults" shown, "-parcels" hidden, "faults:40" weak. */
export function showingText({ shown, strengths }: Showing): string {
  const hidden = [...usual].filter((id) => !shown.has(id)).map((id) => `-${id}`);
  const strong = (id: string): number => Math.round((strengths[id] ?? 1) * 100);
  const drawn = [...shown]
    .filter((id) => !usual.has(id) || strong(id) < 100)
    .map((id) => (strong(id) < 100 ? `${id}:${strong(id)}` : id));
  return [...drawn, ...hidden].join(",");
}

/** Reads what an address says of layers; words that it does not understand are passed over. */
export function readShowing(layers: string | undefined): Showing {
  const shown = new Set(usual);
  const strengths: Record<string, number> = {};
  for (const word of (layers ?? "").split(",")) {
    const [, sign, id, strength] = /^(-?)([a-z_]+)(?::(\d{1,3}))?$/.exec(word) ?? [];
    if (id === undefined) continue;
    if (sign === "-") shown.delete(id);
    else shown.add(id);
    if (strength !== undefined) strengths[id] = Math.min(100, Number(strength)) / 100;
  }
  return { shown, strengths };
}
