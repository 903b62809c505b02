import { join } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { bilingual, type Bilingual } from "../base/message.ts";
import { createServer, stopServer, type Server, type ServerOptions } from "../http/server.ts";
import {
  landLayers,
  landRefusalText,
  landRoutes,
  loadQuarterOnly,
  readGround,
} from "../land/index.ts";
import { keepTiles, mapRoutes, type KeptTiles } from "../map/index.ts";
import { peopleRoutes } from "../people/index.ts";
import { operationsGauges, operationsRoutes } from "../operations/index.ts";
import { lawOf, openBook, policyRoutes, type Book, type Law } from "../policy/index.ts";
import { renderDiagnostic } from "../rules/index.ts";
import type { Db } from "../store/db.ts";
import { isWritable } from "../store/writable.ts";
import { refusal, untilStopped, type Command, type Outcome } from "../terminal/index.ts";
import { startBackground, type Background, type Failed } from "./background.ts";
import { openSettingsDb } from "./database.ts";
import { installationSources } from "./installation.ts";
import { healthOptionsOf, startSettingsBackups } from "./operations.ts";
import { doorOf, entryOptionsOf, publicUrlOf, showKindsOfUser } from "./entry.ts";
import { holdFailures } from "./failures.ts";
import { refuseOpenLine } from "./listening.ts";
import { answerRelays, type RunRelayed } from "./relay.ts";
import { runRelayed } from "./relayed.ts";
import { followTiles } from "./tiles.ts";
import type { Settings } from "./settings.ts";

/** A city that serves: where, and how to stop it. */
export type Serving = {
  readonly url: string;
  readonly db: Db;
  readonly stop: () => Promise<void>;
};

/** What a trial of the whole server may set otherwise: budgets, and a look at each answer. */
export type Trial = Pick<ServerOptions<Db>, "limits" | "checkAnswers">;

type Say = (message: Bilingual) => void;

async function bookOf(settings: Settings): Promise<Decision<Book, Outcome>> {
  const book = await openBook(join(settings.home, "packs"), settings.pack);
  if (book.ok) return book;
  const sentences = (locale: "zh" | "en") =>
    book.refusal.map((diagnostic) => renderDiagnostic(diagnostic, locale)).join("\n\n");
  return refuse(refusal("pack_broken", bilingual(sentences("zh"), sentences("en"))));
}

const addressInUse = ({ host, port }: Settings): Outcome =>
  refusal(
    "port_in_use",
    bilingual(
      `${host}:${port} 已被别的程序占用。换一个端口再启动：ZHIBU_PORT=${port + 1} npm start`,
      `${host}:${port} is taken by another program. Start on another: ZHIBU_PORT=${port + 1} npm start`,
    ),
  );

async function listen(app: Server, settings: Settings): Promise<Decision<string, Outcome>> {
  try {
    return accept(await app.listen({ host: settings.host, port: settings.port }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return refuse(addressInUse(settings));
  }
}

/** Opens the database, prepares the city and serves it; closes the database where it refuses. */
export async function startServing(
  settings: Settings,
  say: Say,
  trial: Trial = {},
): Promise<Decision<Serving, Outcome>> {
  const unprotected = refuseOpenLine(settings);
  if (unprotected) return refuse(unprotected);
  say(bilingual("读取政策包", "reading the pack"));
  const book = await bookOf(settings);
  if (!book.ok) return book;
  const db = await openSettingsDb(settings, say);
  if (!db.ok) return db;
  const served = await serveOn(db.value, book.value, { settings, say, trial });
  if (!served.ok) await db.value.close();
  return served;
}

type Around = { readonly settings: Settings; readonly say: Say; readonly trial: Trial };

/** Brings the city onto the map, and its kinds of user onto the sign-in page. */
async function prepareCity(db: Db, { settings, say }: Around): Promise<Decision<null, Outcome>> {
  say(bilingual("核对地图数据", "checking the map's data"));
  const ground = await readGround(join(settings.home, "packs", settings.pack));
  const loaded = await loadQuarterOnly(db, ground);
  if (!loaded.ok) return refuse(refusal(loaded.refusal.code, landRefusalText(loaded.refusal)));
  if (await isWritable(db)) await showKindsOfUser(db, settings);
  return accept(null);
}

/** The law as it is whenever a request asks. */
const policyOptions = (law: Law, clock: () => Date, publicUrl: string) => ({
  get book() {
    return law.book;
  },
  clock,
  publicUrl,
});

/** So often a node that hears of nothing looks for what was imported. */
const lookEveryMs = 5_000;

/** Takes up what is imported while the server runs; the answer ends it. */
function followLaw(look: () => Promise<void>, background: Background | undefined): () => void {
  if (background) return background.follow(() => void look());
  const timer = setInterval(() => void look(), lookEveryMs).unref();
  return () => clearInterval(timer);
}

/** What stands beside the database while the server runs. */
type Beside = {
  readonly law: Law;
  readonly background: Background | undefined;
  readonly kept: KeptTiles;
};

/** All rooms behind one door. */
function buildServer(
  db: Db,
  { settings, trial }: Around,
  { law, background, kept }: Beside,
): Promise<Server> {
  const entry = entryOptionsOf(settings);
  const policy = policyRoutes(policyOptions(law, entry.clock, publicUrlOf(settings)));
  const health = healthOptionsOf(settings);
  const operations = operationsRoutes({
    ...health,
    sources: installationSources(settings, law.book),
  });
  const map = mapRoutes({ publishers: [landLayers], kept, publicUrl: settings.entry.publicUrl });
  const rooms = [landRoutes, map, policy, peopleRoutes(entry), operations];
  return createServer<Db>({
    ...trial,
    ...doorOf(db, entry),
    db,
    routes: background ? [...rooms, background.routes] : rooms,
    publicUrl: publicUrlOf(settings),
    trustProxy: settings.entry.trustProxy,
    tls: settings.entry.tls,
    web: join(settings.home, "web", "dist"),
    problemPages: join(settings.home, "docs", "problems"),
    log: { level: settings.operations.logLevel },
    metricsToken: settings.operations.metricsToken,
    gauges: operationsGauges(db, health),
  });
}

/** Starts what goes on beside requests, on a node that can write. */
const beside = async (
  db: Db,
  { home }: Settings,
  failed: Failed,
): Promise<Background | undefined> =>
  (await isWritable(db)) ? startBackground(db, { packs: join(home, "packs"), failed }) : undefined;

async function serveOn(db: Db, book: Book, around: Around): Promise<Decision<Serving, Outcome>> {
  const { settings } = around;
  const prepared = await prepareCity(db, around);
  if (!prepared.ok) return prepared;
  const failures = holdFailures();
  const background = await beside(db, settings, failures.of("background"));
  const law = lawOf(db, book);
  const kept = keepTiles();
  const app = await buildServer(db, around, { law, background, kept });
  failures.tellTo(app.log);
  const look = () => law.refresh().catch(failures.of("law"));
  await look();
  const deafen = followLaw(look, background);
  const stopTiles = followTiles(db, kept, { background, failed: failures.of("tiles") });
  const address = await listen(app, settings);
  if (!address.ok) {
    deafen();
    await stopTiles();
    await background?.stop();
    return address;
  }
  db.embedded?.announce(address.value);
  const answer: RunRelayed = (call) => runRelayed(settings, db, call);
  const relays =
    db.embedded && (await answerRelays(db.embedded.folder, answer, failures.of("relay")));
  const stopBackups = startSettingsBackups(db, settings, failures.of("backup"));
  const stop = async () => {
    relays?.close();
    deafen();
    await stopServer(app);
    await stopTiles();
    await background?.stop();
    await stopBackups();
    await db.close();
  };
  return accept({ url: address.value, db, stop });
}

/** Serves until it is told to stop; requests under way are answered first. */
export async function serve(settings: Settings, say: Say): Promise<Outcome> {
  const serving = await startServing(settings, say);
  if (!serving.ok) return serving.refusal;
  process.stdout.write(`${serving.value.url}\n`);
  await untilStopped();
  say(bilingual("正在停止：先答完手头的请求", "stopping: requests under way are answered first"));
  await serving.value.stop();
  return { exit: 0, json: { url: serving.value.url }, text: () => "" };
}

/** `zhibu serve`. */
export const serveCommand = (settings: Settings): Command => ({
  name: "serve",
  means: bilingual("启动服务", "start the server"),
  run: (call) => serve(settings, call.around.say),
});
