import type { LandMessages } from "./messages.zh.ts";
import type { FileFault, RowFaultCode } from "./model/files/table.ts";

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** Why a row of a file is refused. */
export const rowFaultsEn: Readonly<Record<RowFaultCode, string>> = {
  row_unreadable: "the row cannot be read",
  shape_missing: "it has no geometry",
  shape_unreadable: "its geometry cannot be read",
  shape_mixed: "its geometry mixes several kinds",
  shape_kind: "its kind of geometry is not the layer's",
  shape_invalid: "its geometry is not valid (it crosses itself, a hole lies outside, or the like)",
  ring_open: "a ring is not closed",
  null_island: "a coordinate is 0, 0",
  too_many_vertices: "it has too many points",
  outside_city: "it lies outside the city",
  outside_district: "it reaches beyond the district",
  id_invalid: "its id cannot be used",
  id_twice: "an earlier row has the same id",
  text_too_long: "a text is too long, or holds what cannot be stored",
  day_invalid: "a date is none",
  day_future: "it begins on a day to come",
  class_unknown: "its class is no word that the layer knows",
};

/** Why a file is refused as a whole. */
const fileFaultsEn: Readonly<Record<FileFault, string>> = {
  too_large: "The file is too large",
  form_unknown: "The form of the file is not known",
  broken: "The file is broken or cut short",
  zip_bomb: "The archive would unpack to far too much",
  too_many_rows: "The file has too many rows",
  too_many_columns: "The file has too many columns",
  column_unusable: "The name of a column holds a sign that cannot be stored",
  too_many_vertices: "The file has too many points",
  rows_missing: "The file holds no rows",
  place_missing: "No column says where the rows lie",
  too_slow: "Reading took too long, or too much memory",
  given_up: "The work on the file broke off each time that it was tried",
};

const importStatesEn: Readonly<Record<string, string>> = {
  reading: "being read",
  waiting: "waiting for its confirmation",
  importing: "under way",
  done: "done",
  refused: "refused",
  cancelled: "cancelled",
};

export const en: LandMessages = {
  polygon_invalid:
    "The area is not a GeoJSON polygon: it needs type Polygon, coordinates as rings of longitude " +
    "and latitude, and every hole inside the outer ring.",
  polygon_empty: "The area is empty: it takes at least three points that are not in one line.",
  polygon_too_many_points: ({ points, limit }) =>
    `The area has ${points} points, and ${limit} is the most. Please simplify it first.`,
  polygon_self_crossing: ({ at }) =>
    `The border of the area crosses or touches itself near ${at.join(", ")}. ` +
    "Please draw it as one ring that does not.",
  polygon_too_large: ({ areaKm2, limitKm2 }) =>
    `The area measures ${areaKm2} km², and ${limitKm2} km² is the most. Please draw a smaller one.`,
  polygon_outside_city: ({ insideShare }) =>
    insideShare === 0
      ? "The area lies outside the city."
      : `Only ${percent(insideShare)} of the area lies in the city, and half is the least.`,
  geometry_invalid:
    "This is no GeoJSON geometry: it takes a point, a line, a polygon, or several of one kind, in " +
    "longitude and latitude.",
  geometry_empty: "The geometry is empty: it takes a point, or a line of two different points.",
  geometry_mixed: ({ kinds }) =>
    `The geometry mixes ${kinds.join(", ")}. One check takes one kind: please check them apart.`,
  line_too_long: ({ lengthKm, limitKm }) =>
    `The line is ${lengthKm} km long, and ${limitKm} km is the most. Please check it in parts.`,
  coordinates_not_lonlat: ({ point }) =>
    `${point.join(", ")} is not a longitude and latitude in China. ` +
    "Longitude comes first, in degrees.",
  building_missing: ({ id }) => `There is no building ${id}.`,
  layer_unknown: ({ layer }) =>
    `There is no layer ${layer}. All layers are listed at /api/v1/land/layers.`,
  feature_missing: ({ layer, id }) => `Layer ${layer} has no feature ${id}.`,
  bbox_invalid: ({ bbox }) =>
    `bbox takes four degrees, "west,south,east,north", west not above east and south not above ` +
    `north; given was "${bbox}".`,
  city_missing: "No city is loaded, so the map has nothing to answer from.",
  size_not_available: ({ size }) =>
    `The embedded database cannot hold a city of size ${size}: set DATABASE_URL, or use district.`,
  map_file_refused: ({ fault, detail }) =>
    `${fileFaultsEn[fault]} (${detail}). Nothing was written.`,
  files_busy: ({ waiting }) =>
    `${waiting} files wait to be written already. Try again in a minute; nothing was written.`,
  import_missing: ({ id }) => `There is no import ${id}.`,
  import_past: ({ state }) =>
    `The import is ${importStatesEn[state] ?? state} now, and this can no longer be done.`,
  file_crs_unknown: ({ crs }) =>
    `No coordinate system ${crs} is known. The findings of the import name those that are.`,
  crs_open: ({ candidates }) =>
    "The file itself does not tell its coordinate system: please name it. " +
    `It may be ${candidates || "none by which it falls into the city"}.`,
  column_missing: ({ column }) => `The file has no column "${column}".`,
  rows_refused: ({ refused, good }) =>
    `${refused} rows cannot be taken, ${good} can. Nothing was written: read why row by row and ` +
    "try again, or take the good rows alone.",
  export_too_large: ({ limit }) =>
    `At most ${limit} features are written at once. Choose a smaller box or fewer layers.`,
  change_missing: ({ id }) => `There is no change ${id}.`,
  change_undone: ({ id }) => `Change ${id} was taken back already, or is itself an undo.`,
  change_before_load: ({ id }) =>
    `The layer was loaded anew after change ${id}: what it had replaced is gone, so it cannot be ` +
    "undone. Edit or retire its features instead.",
  valid_from_future: ({ day, today }) =>
    `A change takes effect at once, so it cannot begin on ${day}: today, ${today}, is the latest.`,
  change_overtaken: ({ feature, by }) =>
    `Feature ${feature} was touched again by change ${by}. Undo that one first; nothing was changed.`,
  feature_stale: ({ id, version }) =>
    `Somebody else has changed feature ${id} (it is version ${version}); nothing was overwritten. ` +
    "Open it again.",
  feature_exists: ({ layer, id }) => `Layer ${layer} has a feature ${id} already.`,
  feature_wrong: ({ fault, at }) =>
    `The feature cannot be taken: ${rowFaultsEn[fault]}${at ? `, near ${at.join(", ")}` : ""}.`,
};
