import type { LandMessages } from "./messages.zh.ts";

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

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
};
