import type { Locale } from "../../../../src/base/message.ts";
import type { City, LayerId } from "../../api/land.ts";
import type { Palette } from "./palette.ts";

export type StyleInput = {
  readonly palette: Palette;
  readonly locale: Locale;
  readonly city: City | undefined;
  /** By layer: how strongly it is drawn, from 0 to 1; wholly where it is not named. */
  readonly strengths: Readonly<Record<string, number>>;
};

/** Sources that the page draws itself, beside the layers of the server. */
export const ownSources = ["reach", "names", "picked", "sketch"] as const;
export type OwnSource = (typeof ownSources)[number];

/** Names a style layer after its source, so that switching a source finds all that draws it. */
export const of = <Type extends "fill" | "line" | "symbol" | "circle">(
  source: LayerId | OwnSource,
  part: string,
  type: Type,
) => ({ id: `${source}/${part}`, source, type });
