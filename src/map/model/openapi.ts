import type { PublishedLayer } from "../../land/index.ts";
import { itemLimit, usualItemLimit } from "../contract.ts";
import { knownCrs } from "./crs.ts";
import { geoJsonType, htmlType, jsonType } from "./ogc.ts";

type Schema = Readonly<Record<string, unknown>>;

const crsSchema: Schema = { type: "string", enum: knownCrs.map(({ uri }) => uri) };

const query = (name: string, description: string, schema: Schema): Schema => ({
  name,
  in: "query",
  description,
  required: false,
  schema,
});

/** A list of numbers stands in an address between commas, not name by name. */
const listed = { style: "form", explode: false } as const;

const parameters: Readonly<Record<string, Schema>> = {
  f: query("f", "The form of the answer", { type: "string", enum: ["json", "html"] }),
  limit: query("limit", "Features of a page", {
    type: "integer",
    minimum: 1,
    maximum: itemLimit,
    default: usualItemLimit,
  }),
  bbox: {
    ...query("bbox", "A box that features reach into", {
      type: "array",
      minItems: 4,
      maxItems: 6,
      items: { type: "number" },
    }),
    ...listed,
  },
  "bbox-crs": query("bbox-crs", "The system of the box", crsSchema),
  crs: query("crs", "The system of the answer", crsSchema),
  datetime: query("datetime", "A day, or two days with a stroke between them: what held then", {
    type: "string",
  }),
  filter: query("filter", "A condition in CQL2", { type: "string", maxLength: 4_000 }),
  "filter-lang": query("filter-lang", "The form of the condition", {
    type: "string",
    enum: ["cql2-text", "cql2-json"],
    default: "cql2-text",
  }),
  "filter-crs": query("filter-crs", "The system of geometries in the condition", crsSchema),
  featureId: { name: "featureId", in: "path", required: true, schema: { type: "string" } },
};

const use = (...names: readonly string[]): readonly Schema[] =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

const answer = (description: string, type: string): Schema => ({
  description,
  content: { [type]: { schema: { type: "object" } }, [htmlType]: { schema: { type: "string" } } },
});

const get = (
  summary: string,
  { id, type = jsonType, takes = ["f"] }: { id: string; type?: string; takes?: readonly string[] },
): Schema => ({
  get: {
    summary,
    operationId: id,
    tags: ["features"],
    parameters: use(...takes),
    responses: {
      "200": answer(summary, type),
      default: {
        description: "Why not, as RFC 9457 says it",
        content: { "application/problem+json": { schema: { type: "object" } } },
      },
    },
  },
});

const pageParameters = Object.keys(parameters).filter((name) => name !== "featureId");

function pathsOf({ id, title }: PublishedLayer): readonly (readonly [string, Schema])[] {
  const path = `/collections/${id}`;
  const type = geoJsonType;
  return [
    [path, get(title.en, { id: `describe_${id}` })],
    [`${path}/queryables`, get(`Properties: ${title.en}`, { id: `queryables_${id}` })],
    [`${path}/items`, get(title.en, { id: `list_${id}`, type, takes: pageParameters })],
    [
      `${path}/items/{featureId}`,
      get(`One of: ${title.en}`, { id: `read_${id}`, type, takes: ["featureId", "f", "crs"] }),
    ],
  ];
}

/** The interface as OpenAPI 3.0: clients look for paths of each collection. */
export const openApiOf = (base: string, layers: readonly PublishedLayer[]): Schema => ({
  openapi: "3.0.3",
  info: {
    title: "织补 Zhibu: OGC API Features",
    version: "1",
    description: "一张图的图层 · The layers of the one map",
  },
  servers: [{ url: base }],
  tags: [{ name: "features" }],
  paths: Object.fromEntries([
    ["/", get("What there is", { id: "landing" })],
    ["/conformance", get("What of the standards is kept", { id: "conformance" })],
    ["/collections", get("All layers", { id: "collections" })],
    ...layers.flatMap(pathsOf),
  ]),
  components: { parameters },
});
