import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import { ground } from "./ground.ts";
import { heat } from "./heat.ts";
import { labels } from "./labels.ts";
import { shownAtFirst } from "../layers.ts";
import { baseSource, ownSources, withoutHidden, type StyleInput } from "./layer.ts";
import { lines } from "./lines.ts";
import { picked, sketched } from "./picked.ts";

/**
 * All style layers, lowest first. The watermark lies on the buildings and beneath lines and labels.
 */
export function styleLayers(input: StyleInput): LayerSpecification[] {
  return [
    { id: "land", type: "background", paint: { "background-color": input.palette.land } },
    ...ground(input),
    {
      id: "watermark",
      type: "background",
      paint: { "background-pattern": "watermark", "background-opacity": 0.06 },
    },
    ...heat(input),
    ...lines(input),
    ...picked(input),
    ...sketched(input),
    ...labels(input),
  ];
}

const empty: SourceSpecification = {
  type: "geojson",
  data: { type: "FeatureCollection", features: [] },
};

/** Beyond this zoom the tiles of this one are enlarged. */
const maxTileZoom = 16;

/** Where the tiles of a source lie: as they stand now, or as they stood on a day. */
export function tilesOf(source: string, day: string | undefined): string {
  const layers = source === baseSource ? [...shownAtFirst].join(",") : source;
  const then = day === undefined ? "" : `?as_of=${day}`;
  return `${location.origin}/tiles/${layers}/{z}/{x}/{y}.mvt${then}`;
}

/**
 * The style of the one map, of which nothing is fetched that is hidden. It has no glyphs address,
 * so that labels use the machine's own Chinese fonts.
 */
export function style(input: StyleInput, hidden: ReadonlySet<string>): StyleSpecification {
  const layers = withoutHidden(styleLayers(input), hidden);
  const used = layers.flatMap((layer) => ("source-layer" in layer ? [layer.source] : []));
  const drawn = [...new Set(used)].map((source): [string, SourceSpecification] => [
    source,
    { type: "vector", tiles: [tilesOf(source, input.day)], maxzoom: maxTileZoom },
  ]);
  const own = ownSources.map((source) => [source, empty] as const);
  return { version: 8, sources: Object.fromEntries([...drawn, ...own]), layers };
}
