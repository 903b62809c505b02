/**
 * The embedded database, in a thread of its own: a query blocks the thread it runs in, and ending
 * that thread is the only way to stop one.
 */
import { PGlite, type Results } from "@electric-sql/pglite";
import { postgis } from "@electric-sql/pglite-postgis";
import { parentPort } from "node:worker_threads";
import { invariant } from "../../base/invariant.ts";
import { sessionSettings, typeTable } from "../types.ts";
import type { Answer, Envelope, Notice, Request, Table } from "./protocol.ts";
import { wholeAnswer, wholeRows } from "./whole.ts";

let database: PGlite | undefined;

async function open(request: Extract<Request, { kind: "open" }>): Promise<Answer> {
  const { dataDir, snapshot } = request;
  const opened = await PGlite.create({
    dataDir,
    extensions: { postgis },
    ...(snapshot ? { loadDataDir: new Blob([snapshot as Uint8Array<ArrayBuffer>]) } : {}),
  });
  // Values stay the database's own text here: our one type table reads them below.
  const asText = Object.keys(opened.parsers).map((oid) => [oid, (text: string) => text]);
  opened.parsers = Object.fromEntries(asText) as typeof opened.parsers;
  opened.serializers = {};
  const settings = Object.entries(sessionSettings);
  await opened.exec(settings.map(([name, value]) => `set ${name} = '${value}';`).join("\n"));
  database = opened;
  return { ok: true };
}

async function answer(request: Request): Promise<Answer> {
  if (request.kind === "open") return open(request);
  invariant(database, "the embedded database is open before it is asked");
  switch (request.kind) {
    case "query": {
      const { text, values } = request.query;
      const result = await database.query<Texts>(text, [...values], { rowMode: "array" });
      return { ok: true, tables: [toTable(wholeAnswer(result))] };
    }
    case "script": {
      const results = await database.exec(request.text, { rowMode: "array" });
      const tables = results.map((result) => toTable(wholeRows(result as Results<Texts>)));
      return { ok: true, tables };
    }
    case "listen":
      await database.listen(request.channel, (payload) => tell(request.channel, payload));
      return { ok: true };
    case "dump": {
      await database.exec("checkpoint");
      const dump = await database.dumpDataDir("gzip");
      return { ok: true, bytes: new Uint8Array(await dump.arrayBuffer()) };
    }
    case "close":
      await database.close();
      return { ok: true };
  }
}

type Texts = (string | null)[];

/** @throws Unreadable where a value does not fit its type in TypeScript. */
function toTable({ fields, rows }: Results<Texts>): Table {
  const readers = fields.map(({ dataTypeID }) => typeTable[dataTypeID]);
  const read = (text: string | null, at: number): unknown =>
    text === null ? null : readWith(readers[at], text);
  try {
    return { fields: fields.map(({ name }) => name), rows: rows.map((row) => row.map(read)) };
  } catch (cause) {
    throw new Unreadable(cause instanceof Error ? cause.message : String(cause));
  }
}

const readWith = (reader: ((text: string) => unknown) | undefined, text: string): unknown =>
  reader ? reader(text) : text;

/** The database answered, but a value of the answer cannot be read: the session is sound. */
class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** An error cannot cross threads with its class: only the fields that the store reads go over. */
function toError(cause: unknown): Extract<Answer, { ok: false }> {
  if (!(cause instanceof Error)) return { ok: false, error: { message: String(cause) } };
  const { code, constraint, table, detail } = cause as unknown as Record<string, string>;
  if (code === undefined) {
    const sound = cause instanceof Unreadable;
    return { ok: false, error: { message: cause.message, stack: cause.stack ?? "", sound } };
  }
  return { ok: false, error: { message: cause.message, code, constraint, table, detail } };
}

const port = parentPort;
invariant(port, "this file runs as a worker thread");

const tell = (channel: string, payload: string): void =>
  port.postMessage({ channel, payload } satisfies Notice);

let last = Promise.resolve();
port.on("message", ({ id, message }: Envelope<Request>) => {
  last = last
    .then(() => answer(message))
    .catch(toError)
    .then((reply) => port.postMessage({ id, message: reply } satisfies Envelope<Answer>));
});
