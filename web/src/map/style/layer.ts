import type { LayerSpecification } from "maplibre-gl";
import type { Locale } from "../../../../src/base/message.ts";
import type { City, LayerId } from "../../api/land.ts";
import { shownAtFirst } from "../layers.ts";
import type { Palette } from "./palette.ts";

export type StyleInput = {
  readonly palette: Palette;
  readonly locale: Locale;
  readonly city: City | undefined;
  /** By layer: how strongly it is drawn, from 0 to 1; wholly where it is not named. */
  readonly strengths: Readonly<Record<string, number>>;
  /** The civil day that is shown, where it is not now. */
  readonly day?: string | undefined;
};

/** Sources that the page draws itself, beside the layers of the server. */
export const ownSources = ["heat", "reach", "names", "picked", "sketch"] as const;
export type OwnSource = (typeof ownSources)[number];

const isOwn = (source: string): source is OwnSource =>
  (ownSources as readonly string[]).includes(source);

/** The layers of the first look come in one tile; any other brings tiles of its own when shown. */
export const baseSource = "base";
export const tileSourceOf = (layer: string): string =>
  shownAtFirst.has(layer) ? baseSource : layer;

const originOf = (source: LayerId | OwnSource) =>
  isOwn(source) ? { source } : { source: tileSourceOf(source), "source-layer": source };

/** Names a style layer after what it draws, so that switching a layer finds all that draws it. */
export const of = <Type extends "fill" | "line" | "symbol" | "circle" | "heatmap">(
  layer: LayerId | OwnSource,
  part: string,
  type: Type,
) => ({ id: `${layer}/${part}`, type, ...originOf(layer) });

/** The same layers, those that draw something hidden switched off. */
export const withoutHidden = (
  layers: readonly LayerSpecification[],
  hidden: ReadonlySet<string>,
): LayerSpecification[] =>
  layers.map((layer) =>
    hidden.has(drawnBy(layer.id))
      ? ({ ...layer, layout: { ...layer.layout, visibility: "none" } } as LayerSpecification)
      : layer,
  );

/** What a style layer draws: the first part of its name. */
export const drawnBy = (styleLayer: string): string => styleLayer.split("/")[0] ?? styleLayer;
