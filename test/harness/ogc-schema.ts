import { Ajv, type ValidateFunction } from "ajv";

/**
 * What OGC API Features, parts 1 (OGC 17-069) and 2 (OGC 18-058), asks of answers in JSON, said in
 * our own words as JSON Schema: which members have to be there and of what form they are, and which
 * relations have to be among the links. Geometries are those of RFC 7946.
 */

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: "string", minLength: 1 };
const address: Schema = { type: "string", pattern: "^https?://" };

const object = (required: readonly string[], properties: Readonly<Record<string, Schema>>) => ({
  type: "object",
  required,
  properties,
});
const list = (items: Schema, minItems = 0): Schema => ({ type: "array", items, minItems });

const link = object(["href", "rel"], {
  ...{ href: address, rel: text, type: text, hreflang: text, title: text },
  length: { type: "integer", minimum: 0 },
});

/** A link with this relation; with its type where other forms of the same are offered beside it. */
const linked = (rel: string, type?: string): Schema => ({
  contains: object(["rel", ...(type === undefined ? [] : ["type"])], {
    rel: { const: rel },
    ...(type === undefined ? {} : { type: { const: type } }),
  }),
});

const links = (...wanted: readonly Schema[]): Schema => ({ ...list(link), allOf: wanted });

/** The answer itself, and the same for people. */
const itself = (type: string): readonly Schema[] => [
  linked("self", type),
  linked("alternate", "text/html"),
];

const json = "application/json";
const geoJson = "application/geo+json";
const worldCrs = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

const box: Schema = {
  ...list({ type: "number" }),
  anyOf: [
    { minItems: 4, maxItems: 4 },
    { minItems: 6, maxItems: 6 },
  ],
};

const instant: Schema = {
  anyOf: [{ type: "null" }, { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT.+Z$" }],
};

const extent = object([], {
  spatial: object(["bbox"], { bbox: list(box, 1), crs: { const: worldCrs } }),
  temporal: object(["interval"], {
    interval: list({ ...list(instant, 2), maxItems: 2 }, 1),
  }),
});

const collection = object(["id", "links", "crs", "storageCrs"], {
  id: text,
  title: text,
  description: text,
  extent,
  itemType: { const: "feature" },
  crs: { ...list(address, 1), contains: { const: worldCrs } },
  storageCrs: address,
  links: links(...itself(json), linked("items", geoJson), linked("items", "text/html")),
});

const position: Schema = { ...list({ type: "number" }, 2), maxItems: 3 };
const line = list(position, 2);
const ring = list(position, 4);
const shape = (type: string, coordinates: Schema): Schema =>
  object(["type", "coordinates"], { type: { const: type }, coordinates });

const geometry: Schema = {
  oneOf: [
    shape("Point", position),
    shape("MultiPoint", list(position)),
    shape("LineString", line),
    shape("MultiLineString", list(line)),
    shape("Polygon", list(ring, 1)),
    shape("MultiPolygon", list(list(ring, 1))),
  ],
};

const feature = object(["type", "id", "geometry", "properties"], {
  type: { const: "Feature" },
  id: { type: ["string", "integer"] },
  geometry: { anyOf: [{ type: "null" }, geometry] },
  properties: { type: ["object", "null"] },
});

const schemas = {
  landing: object(["links"], {
    title: text,
    description: text,
    links: links(
      ...itself(json),
      linked("service-desc"),
      linked("service-doc", "text/html"),
      linked("conformance"),
      linked("data"),
    ),
  }),
  conformance: object(["conformsTo"], {
    conformsTo: {
      ...list(address, 1),
      allOf: ["core", "oas30", "geojson", "html"].map((part) => ({
        contains: { const: `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}` },
      })),
    },
  }),
  collections: object(["links", "collections"], {
    links: links(...itself(json)),
    crs: list(address),
    collections: list(collection),
  }),
  collection,
  items: object(["type", "features", "links", "numberReturned"], {
    type: { const: "FeatureCollection" },
    features: list(feature),
    links: links(...itself(geoJson), linked("collection")),
    numberMatched: { type: "integer", minimum: 0 },
    numberReturned: { type: "integer", minimum: 0 },
    timeStamp: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT.+Z$" },
  }),
  item: {
    ...feature,
    required: [...feature.required, "links"],
    properties: { ...feature.properties, links: links(...itself(geoJson), linked("collection")) },
  },
} as const;

export type OgcAnswer = keyof typeof schemas;

const ajv = new Ajv({ strict: false, allErrors: true });
const compiled = new Map<OgcAnswer, ValidateFunction>();

/** What an answer lacks of the form that the standard asks of it; nothing of a good one. */
export function lackOf(kind: OgcAnswer, answer: unknown): readonly string[] {
  const check = compiled.get(kind) ?? ajv.compile(schemas[kind]);
  compiled.set(kind, check);
  check(answer);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
