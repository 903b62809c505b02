import type { PublishedLayer } from "../../land/index.ts";
import type { Bbox } from "../../land/contract.ts";
import type { TileJson } from "../contract.ts";
import { maxTileZoom } from "./grid.ts";
import { countsOf, maxFeatures, maxTileBytes } from "./policy.ts";

export type TileJsonOrder = {
  /** The layers as the address names them. */
  readonly word: string;
  readonly layers: readonly PublishedLayer[];
  readonly drawn: readonly string[];
  readonly bounds: Bbox | undefined;
  readonly publicUrl: string;
};

type VectorLayer = TileJson["vector_layers"][number];

const rule =
  `远处只画看得见大小的。每个瓦片里一个图层至多 ${maxFeatures} 个要素，大的在先；瓦片超过 ${maxTileBytes / 1_000} kB 时` +
  `最重的图层减半。减去多少写在 zhibu-left-out 头里。` +
  ` · From afar only what is large enough to be seen is drawn. A tile holds at most ${maxFeatures} features of a layer, the largest first; above ` +
  `${maxTileBytes / 1_000} kB the heaviest layer is halved. What was left out stands in the ` +
  `header zhibu-left-out.`;

/** The zoom from which on each feature of a layer is in its tiles. */
const nearZoom = ({ minZoom }: PublishedLayer): number => Math.min(Math.ceil(minZoom), maxTileZoom);

function drawnLayer(layer: PublishedLayer, drawn: readonly string[]): VectorLayer {
  const near = nearZoom(layer);
  const far = layer.dense
    ? `${near} 级以下改为计数，见 ${countsOf(layer.id)} · counted below ${near}`
    : `${near} 级以下只画较大的 · only the larger ones below ${near}`;
  const fields = Object.fromEntries(drawn.map((field) => [field, "String, Number or Boolean"]));
  return {
    id: layer.id,
    description: `${layer.title.zh} · ${layer.title.en}; ${far}`,
    minzoom: layer.dense ? near : 0,
    maxzoom: maxTileZoom,
    fields: { id: "String", name: "String", name_en: "String", synthetic: "Boolean", ...fields },
  };
}

function countLayer(layer: PublishedLayer): VectorLayer[] {
  if (!layer.dense) return [];
  return [
    {
      id: countsOf(layer.id),
      description: `${layer.title.zh}的个数 · number of: ${layer.title.en}`,
      minzoom: 0,
      maxzoom: nearZoom(layer) - 1,
      fields: { count: "Number" },
    },
  ];
}

/** Where the tiles of some layers lie, what is in them and by which rule they are thinned. */
export function tileJsonOf({ word, layers, drawn, bounds, publicUrl }: TileJsonOrder): TileJson {
  const sources = new Set(layers.map(({ source }) => `${source.zh} · ${source.en}`));
  return {
    tilejson: "3.0.0",
    name: layers.length === 1 ? layers[0]!.title.zh : word,
    description: rule,
    attribution: [...sources].join("; "),
    scheme: "xyz",
    tiles: [`${publicUrl}/tiles/${word}/{z}/{x}/{y}.mvt`],
    minzoom: 0,
    maxzoom: maxTileZoom,
    ...(bounds ? { bounds: [...bounds] } : {}),
    vector_layers: layers.flatMap((layer) => [drawnLayer(layer, drawn), ...countLayer(layer)]),
  };
}
