import type { MapMessages } from "./messages.zh.ts";

export const en: MapMessages = {
  tile_missing: ({ z, x, y }) =>
    `There is no tile ${z}/${x}/${y}: zooms go from 0 to 16, columns and rows to 2 to their power.`,
  property_unknown: ({ layer, property }) =>
    `The layer ${layer} has no property ${property}: see /ogc/collections/${layer}/queryables.`,
  form_unknown: ({ form }) => `There is no form ${form}: f is json or html.`,
  crs_unknown: ({ crs }) =>
    `The system ${crs} is not known: CRS84 and EPSG 4490, 4548 and 3857 are, by their full names.`,
  datetime_invalid: ({ datetime }) =>
    `datetime is a day, an instant, or two with a stroke between, ".." where open: not "${datetime}".`,
  filter_invalid: ({ near }) => `filter is no condition of CQL2 that can be read, near "${near}".`,
};
