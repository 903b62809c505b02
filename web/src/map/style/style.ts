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

/** Tiles of layers by their ids, as the server draws them. */
const tiles = (layers: string): SourceSpecification => ({
  type: "vector",
  tiles: [`${location.origin}/tiles/${layers}/{z}/{x}/{y}.mvt`],
  maxzoom: maxTileZoom,
});

const layersIn = (source: string): string =>
  source === baseSource ? [...shownAtFirst].join(",") : source;

/**
 * The style of the one map, of which nothing is fetched that is hidden. It has no glyphs address,
 * so that labels use the machine's own Chinese fonts.
 */
export function style(input: StyleInput, hidden: ReadonlySet<string>): StyleSpecification {
  const layers = withoutHidden(styleLayers(input), hidden);
  const used = layers.flatMap((layer) => ("source-layer" in layer ? [layer.source] : []));
  const drawn = [...new Set(used)].map((source) => [source, tiles(layersIn(source))] as const);
  const own = ownSources.map((source) => [source, empty] as const);
  return { version: 8, sources: Object.fromEntries([...drawn, ...own]), layers };
}
