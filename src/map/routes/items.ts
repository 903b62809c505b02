import type { FastifyReply, FastifyRequest } from "fastify";
import { callerOf } from "../../http/caller.ts";
import { sendProblem } from "../../http/problem.ts";
import type { Routes } from "../../http/server.ts";
import { perform } from "../../people/index.ts";
import type { Db } from "../../store/db.ts";
import { pageItems, readItem, sourceOf, type ItemPage } from "../actions/items.ts";
import {
  CollectionPath,
  ItemPath,
  ItemQuery,
  ItemsQuery,
  usualItemLimit,
  type Link,
} from "../contract.ts";
import { crsOf, type Crs } from "../model/crs.ts";
import { geoJsonType, htmlType, selfLinks } from "../model/ogc.ts";
import { pageOrderOf } from "../model/page.ts";
import { mapProblem } from "../problems.ts";
import type { ItemRow } from "../store/items.ts";
import { formOf, sendForm, type Form } from "./form.ts";
import { baseOf, failures, options, resource, type MapOptions } from "./options.ts";

const tags = ["ogc"];

/** The properties as JSON: what every feature has, and then what the database wrote. */
function propertiesOf({ properties, ...row }: ItemRow): string {
  const { name, name_en, synthetic, valid_from } = row;
  const every = JSON.stringify({ name, name_en, synthetic, valid_from });
  return properties === "{}" ? every : `${every.slice(0, -1)},${properties.slice(1)}`;
}

const featureOf = (row: ItemRow): string =>
  `{"type":"Feature","id":${JSON.stringify(row.id)},"geometry":${row.geometry},` +
  `"properties":${propertiesOf(row)}`;

/**
 * This address with another cursor. Whoever follows these links reads on and on: programs that
 * begin with a page of ten, as GDAL does, would have to ask 30,000 times for a city.
 */
function nextHref(
  request: FastifyRequest,
  cursor: string,
  { base, form, limit }: PageAnswered,
): string {
  const url = new URL(request.url, base);
  const larger = Math.max(limit, Math.min(limit * 2, usualItemLimit));
  url.searchParams.set("cursor", cursor);
  url.searchParams.set("limit", String(form === "html" ? limit : larger));
  return `${base}${url.pathname}${url.search}`;
}

/** Features for people: without the coordinates, which nobody reads. */
const forReaders = (rows: readonly ItemRow[], base: string, layer: string) =>
  rows.map((row) => ({
    id: row.id,
    href: `${base}/ogc/collections/${layer}/items/${encodeURIComponent(row.id)}?f=html`,
    ...(JSON.parse(propertiesOf(row)) as object),
  }));

type Answered = {
  readonly form: Form;
  readonly base: string;
  readonly layer: string;
  readonly crs: Crs;
};

/** What a page is answered with beside its rows. */
type PageAnswered = Answered & { readonly limit: number };

function sendPage(reply: FastifyReply, page: ItemPage, answered: PageAnswered): FastifyReply {
  const { form, base, layer, crs } = answered;
  const { request } = reply;
  const type = form === "html" ? htmlType : geoJsonType;
  const next = page.next === undefined ? undefined : nextHref(request, page.next, answered);
  const links: Link[] = [
    ...selfLinks(`${base}${request.url}`, type),
    { href: `${base}/ogc/collections/${layer}`, rel: "collection", type: "application/json" },
    ...(next === undefined ? [] : [{ href: next, rel: "next", type }]),
  ];
  reply.headers({ "content-crs": `<${crs.uri}>`, vary: "accept" });
  if (form === "html") {
    const body = { links, features: forReaders(page.rows, base, layer) };
    return sendForm(reply, form, { title: layer, body });
  }
  const features = page.rows.map((row) => `${featureOf(row)}}`).join(",\n");
  return reply
    .type(geoJsonType)
    .send(
      `{"type":"FeatureCollection","numberReturned":${page.rows.length},` +
        `"links":${JSON.stringify(links)},"features":[\n${features}\n]}`,
    );
}

function sendItem(reply: FastifyReply, row: ItemRow, answered: Answered): FastifyReply {
  const { form, base, layer, crs } = answered;
  const href = `${base}/ogc/collections/${layer}/items/${encodeURIComponent(row.id)}`;
  const links: Link[] = [
    ...selfLinks(href, geoJsonType),
    { href: `${base}/ogc/collections/${layer}`, rel: "collection", type: "application/json" },
  ];
  reply.headers({ "content-crs": `<${crs.uri}>`, vary: "accept" });
  if (form === "html") {
    const body = { links, feature: forReaders([row], base, layer)[0] };
    return sendForm(reply, form, { title: row.id, body });
  }
  return reply.type(geoJsonType).send(`${featureOf(row)},"links":${JSON.stringify(links)}}`);
}

/** The features of a collection, page by page, and one alone. */
export const itemRoutes =
  (map: MapOptions): Routes<Db> =>
  async (app, { db }) => {
    const list = { tags, params: CollectionPath, querystring: ItemsQuery, response: failures };
    app.get("/ogc/collections/:collection/items", { schema: list }, async (request, reply) => {
      const form = formOf(request);
      if (!form.ok) return sendProblem(reply, mapProblem(form.refusal));
      const source = sourceOf(map.publishers, request.params.collection);
      if (!source.ok) return sendProblem(reply, mapProblem(source.refusal));
      const order = pageOrderOf(request.query);
      if (!order.ok) return sendProblem(reply, mapProblem(order.refusal));
      const task = { caller: callerOf(request), act: "list", resource, options } as const;
      const page = await perform(db, task, (tx) => pageItems(tx, source.value, order.value));
      if (!page.ok) return sendProblem(reply, mapProblem(page.refusal));
      const { crs, limit } = order.value;
      const answered = { form: form.value, base: baseOf(request, map), crs, limit };
      return sendPage(reply, page.value, { ...answered, layer: source.value.layer.id });
    });

    const one = { tags, params: ItemPath, querystring: ItemQuery, response: failures };
    app.get("/ogc/collections/:collection/items/:item", { schema: one }, async (request, reply) => {
      const { collection, item: id } = request.params;
      const form = formOf(request);
      if (!form.ok) return sendProblem(reply, mapProblem(form.refusal));
      const source = sourceOf(map.publishers, collection);
      if (!source.ok) return sendProblem(reply, mapProblem(source.refusal));
      const crs = crsOf(request.query.crs);
      if (!crs.ok) return sendProblem(reply, mapProblem(crs.refusal));
      const named = { ...resource, id: `${collection}/${id}` };
      const task = { caller: callerOf(request), act: "read", resource: named, options } as const;
      const wanted = { id, crs: crs.value };
      const row = await perform(db, task, (tx) => readItem(tx, source.value, wanted));
      if (!row.ok) return sendProblem(reply, mapProblem(row.refusal));
      const answered = { form: form.value, base: baseOf(request, map), crs: crs.value };
      return sendItem(reply, row.value, { ...answered, layer: collection });
    });
  };
