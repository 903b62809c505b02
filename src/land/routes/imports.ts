import type { FastifyRequest } from "fastify";
import type { Decision } from "../../base/decision.ts";
import { accept } from "../../base/decision.ts";
import { callerOf } from "../../http/caller.ts";
import type { Routes } from "../../http/server.ts";
import { perform, type ActOf } from "../../people/index.ts";
import type { Db, Tx } from "../../store/db.ts";
import {
  cancelImport,
  closeFile,
  confirmImport,
  locateImport,
  openImport,
  pageImports,
  readImport,
  readRefusals,
  takePart,
  wantImport,
} from "../actions/imports.ts";
import {
  ImportList,
  ImportOpening,
  ImportOrder,
  ImportPath,
  ImportQuery,
  LandImport,
  PartPath,
  importPartBytes,
} from "../contract.ts";
import { scopeOfDistrict } from "../model/administration.ts";
import { writeRefusals } from "../model/files/write-refusals.ts";
import type { LandRefusal } from "../problems.ts";
import { base, failures, FileBytes, sendRefusal, tags, work } from "./context.ts";

const root = `${base}/imports`;
const one = { 200: LandImport, ...failures };
/** To keep a part of a large file. */
const options = { timeoutMs: 60_000 };

/** A task on one import, which lies where it is limited to. */
const on = (request: FastifyRequest, act: ActOf<"map_import">, id: string) =>
  ({
    caller: callerOf(request),
    act,
    resource: { kind: "map_import", id },
    locate: (tx: Tx) => locateImport(tx, id),
    options,
  }) as const;

type Work<Value> = (tx: Tx) => Promise<Decision<Value, LandRefusal>>;

/** Files on their way onto the map: sent in parts, read, confirmed, put in as one piece. */
export const importRoutes: Routes<Db> = async (app, { db }) => {
  await app.register(sendingRoutes, { db });
  await app.register(decidingRoutes, { db });

  const list = { tags, querystring: ImportQuery, response: { 200: ImportList, ...failures } };
  app.get(root, { schema: list }, async (request, reply) => {
    const resource = { kind: "map_import" } as const;
    const task = { caller: callerOf(request), act: "list", resource } as const;
    const page = (tx: Tx) => pageImports(tx, request.query);
    const found = await perform(db, task, async (tx) => accept(await page(tx)));
    return found.ok ? found.value : sendRefusal(reply, found.refusal);
  });

  const read = { tags, params: ImportPath, response: one };
  app.get(`${root}/:id`, { schema: read }, async (request, reply) => {
    const { id } = request.params;
    const found = await perform(db, on(request, "read", id), (tx) => readImport(tx, id));
    return found.ok ? found.value : sendRefusal(reply, found.refusal);
  });

  const table = { "text/csv": { schema: FileBytes } };
  const response = { 200: { content: table }, ...failures };
  const refusals = { tags, params: ImportPath, response };
  app.get(`${root}/:id/refusals.csv`, { schema: refusals }, async (request, reply) => {
    const { id } = request.params;
    const found = await perform(db, on(request, "read", id), (tx) => readRefusals(tx, id));
    if (!found.ok) return sendRefusal(reply, found.refusal);
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="refusals.csv"')
      .send(Buffer.from(writeRefusals(found.value)));
  });
};

/** A file comes in parts, so that no request is large and a broken line costs one part. */
const sendingRoutes: Routes<Db> = async (app, { db }) => {
  app.addContentTypeParser(
    "application/octet-stream",
    { parseAs: "buffer", bodyLimit: importPartBytes },
    (_request, body, done) => done(null, body),
  );

  const create = { tags, body: ImportOpening, response: { 201: LandImport, ...failures } };
  app.post(root, { ...work, schema: create }, async (request, reply) => {
    const { district } = request.body;
    // By the districts themselves rights are decided: they are the whole city's.
    const isOfCity = district === undefined || request.body.layer === "districts";
    const scope = isOfCity ? {} : { scope: scopeOfDistrict(district) };
    const resource = { kind: "map_import", ...scope } as const;
    const task = { caller: callerOf(request), act: "create", resource } as const;
    const made = await perform(db, task, async (tx, trace) => {
      const opened = await openImport(tx, request.body);
      if (opened.ok) trace.note({ id: opened.value.id });
      return opened;
    });
    if (!made.ok) return sendRefusal(reply, made.refusal);
    return reply.code(201).header("location", `${root}/${made.value.id}`).send(made.value);
  });

  const part = { tags, params: PartPath, response: one };
  app.put(`${root}/:id/parts/:part`, { schema: part }, async (request, reply) => {
    const { id, part: number } = request.params;
    const { body } = request;
    const bytes = Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array();
    const kept = await perform(db, on(request, "create", id), (tx) =>
      takePart(tx, id, { part: number, bytes }),
    );
    return kept.ok ? kept.value : sendRefusal(reply, kept.refusal);
  });
};

/** The steps that somebody decides on; the work itself is done beside requests. */
const decidingRoutes: Routes<Db> = async (app, { db }) => {
  const wanting =
    (request: FastifyRequest, id: string, decide: Work<LandImport>): Work<LandImport> =>
    async (tx) => {
      const decided = await decide(tx);
      if (decided.ok) await wantImport(tx, id, request.id);
      return decided;
    };

  const step = { tags, params: ImportPath, response: one };
  app.post(`${root}/:id/read`, { ...work, schema: step }, async (request, reply) => {
    const { id } = request.params;
    const decide = wanting(request, id, (tx) => closeFile(tx, id));
    const moved = await perform(db, on(request, "create", id), decide);
    return moved.ok ? moved.value : sendRefusal(reply, moved.refusal);
  });

  const confirm = { ...step, body: ImportOrder };
  app.post(`${root}/:id/confirm`, { ...work, schema: confirm }, async (request, reply) => {
    const { id } = request.params;
    const decide = wanting(request, id, (tx) => confirmImport(tx, id, request.body));
    const moved = await perform(db, on(request, "change", id), decide);
    return moved.ok ? moved.value : sendRefusal(reply, moved.refusal);
  });

  app.post(`${root}/:id/cancel`, { ...work, schema: step }, async (request, reply) => {
    const { id } = request.params;
    const moved = await perform(db, on(request, "cancel", id), (tx) => cancelImport(tx, id));
    return moved.ok ? moved.value : sendRefusal(reply, moved.refusal);
  });
};
