import type { Bbox } from "../../land/contract.ts";
import type { PublishedLayer } from "../../land/index.ts";
import type { Collection, LandingPage, Link } from "../contract.ts";
import { knownCrs, storageCrs } from "./crs.ts";

const features = "http://www.opengis.net/spec/ogcapi-features";
const cql = "http://www.opengis.net/spec/cql2/1.0/conf";

/** What of the standards is kept. */
export const conformsTo: readonly string[] = [
  ...["core", "oas30", "html", "geojson"].map((part) => `${features}-1/1.0/conf/${part}`),
  `${features}-2/1.0/conf/crs`,
  ...["queryables", "queryables-query-parameters", "filter", "features-filter"].map(
    (part) => `${features}-3/1.0/conf/${part}`,
  ),
  ...["cql2-text", "cql2-json", "basic-cql2", "advanced-comparison-operators"].map(
    (part) => `${cql}/${part}`,
  ),
];

export const jsonType = "application/json";
export const geoJsonType = "application/geo+json";
export const htmlType = "text/html";
export const openApiType = "application/vnd.oai.openapi+json;version=3.0";
const schemaType = "application/schema+json";

/** The address of this very answer, and of the same in the other form. */
export const selfLinks = (href: string, type: string = jsonType): Link[] => {
  const other = new URL(href);
  other.searchParams.set("f", type === htmlType ? "json" : "html");
  const otherType = type === htmlType ? jsonType : htmlType;
  return [
    { href, rel: "self", type },
    { href: other.href, rel: "alternate", type: otherType },
  ];
};

export const landingOf = (base: string): LandingPage => ({
  title: "织补 Zhibu",
  description: "一张图的图层，依 OGC API Features · The layers of the one map",
  links: [
    ...selfLinks(base),
    { href: `${base}/api`, rel: "service-desc", type: openApiType },
    { href: `${base}/api?f=html`, rel: "service-doc", type: htmlType },
    { href: `${base}/conformance`, rel: "conformance", type: jsonType },
    { href: `${base}/collections`, rel: "data", type: jsonType },
  ],
});

const madeUp = "合成，非实况 · Synthetic, not real";

/** A layer as a collection. */
export function collectionOf(
  base: string,
  layer: PublishedLayer,
  extent: Bbox | undefined,
): Collection {
  const href = `${base}/collections/${layer.id}`;
  const source = `${layer.source.zh} · ${layer.source.en}`;
  return {
    id: layer.id,
    title: `${layer.title.zh} · ${layer.title.en}`,
    description: layer.synthetic ? `${source}. ${madeUp}` : source,
    ...(extent ? { extent: { spatial: { bbox: [[...extent]] } } } : {}),
    itemType: "feature",
    crs: knownCrs.map(({ uri }) => uri),
    storageCrs: storageCrs.uri,
    links: [
      ...selfLinks(href),
      { href: `${href}/items`, rel: "items", type: geoJsonType },
      { href: `${href}/items?f=html`, rel: "items", type: htmlType },
      {
        href: `${href}/queryables`,
        rel: "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        type: schemaType,
      },
    ],
  };
}

/** Properties by which a collection may be asked, as JSON Schema. */
export const queryablesSchema = (
  href: string,
  title: string,
  queryables: readonly { readonly name: string; readonly type: string }[],
): Readonly<Record<string, unknown>> => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: href,
  type: "object",
  title,
  additionalProperties: false,
  properties: {
    geometry: { format: "geometry-any" },
    ...Object.fromEntries(queryables.map(({ name, type }) => [name, { title: name, type }])),
  },
});
