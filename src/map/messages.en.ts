import type { MapMessages } from "./messages.zh.ts";

export const en: MapMessages = {
  tile_missing: ({ z, x, y }) =>
    `There is no tile ${z}/${x}/${y}: zooms go from 0 to 16, columns and rows to 2 to their power.`,
};
