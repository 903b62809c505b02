import type { LandImport } from "../../src/land/contract.ts";
import type { Engine } from "./engine.ts";
import { askBeside, clientOf, type Client, type Met, type Told } from "./files/client.ts";
import { killImport, moments, type ImportKill } from "./files/kills.ts";
import { samples, type Sample } from "./files/samples.ts";
import { startServer, type ServerProcess } from "./process.ts";
import { verify, type Verdict } from "./verify.ts";

export type Fate = {
  readonly name: string;
  readonly mb: number;
  readonly seconds: number;
  /** "done", or the code of the problem, as it was due or not. */
  readonly code: string;
  readonly isDue: boolean;
  readonly told: string;
  /** What became of small questions beside it. */
  readonly beside: Met;
  readonly peakMb: number;
};

export type FileFigures = {
  readonly fates: readonly Fate[];
  readonly kills: readonly ImportKill[];
  readonly trail: Verdict;
};

/**
 * Hostile and large files through a real server, and kill -9 in the middle of an import; or only
 * those of them whose name has a word in it.
 */
export async function tryFiles(engine: Engine, of: string): Promise<FileFigures> {
  let server = await startServer(engine.environment);
  const fates: Fate[] = [];
  for (const sample of samples.filter(({ name }) => name.includes(of))) {
    fates.push(await tryOne(server, sample));
  }
  const kills: ImportKill[] = [];
  for (const moment of moments.filter(({ at }) => at.includes(of))) {
    const killed = await killImport(server, moment);
    kills.push(killed.kill);
    server = killed.server;
  }
  const trail = await verify(server);
  await server.stop();
  return { fates, kills, trail };
}

async function tryOne(server: ServerProcess, sample: Sample): Promise<Fate> {
  const bytes = sample.make();
  const client = await clientOf(server.url);
  const asking = askBeside(server.url);
  const began = performance.now();
  const { code, said } = await bringIn(client, sample, bytes);
  const seconds = (performance.now() - began) / 1_000;
  const beside = await asking.stop();
  const { peakMb } = await server.memory();
  const isNamed = (sample.names ?? []).every((name) => said.includes(name));
  const isDue = code === sample.due && isNamed;
  const mb = bytes.length / 1024 ** 2;
  return { name: sample.name, mb, seconds, code, isDue, told: said, beside, peakMb };
}

type End = { readonly code: string; readonly said: string };

const refusalOf = ({ status, body }: Told): End => ({
  code: (body as { code?: string }).code ?? String(status),
  said: JSON.stringify(body),
});

async function bringIn(client: Client, sample: Sample, bytes: Uint8Array): Promise<End> {
  const sent = await client.send(sample.layer, bytes);
  if (!("id" in sent)) return refusalOf(sent);
  const read = await client.settle(sent.id);
  if (read.state !== "waiting") return endOf(client, read);
  const order = { crs: "EPSG:4490", reason: sample.name, isSynthetic: true };
  const confirmed = await client.confirm(sent.id, order);
  if (confirmed.status !== 200) return refusalOf(confirmed);
  return endOf(client, await client.settle(sent.id));
}

/** How an import ended, with the list of its refused rows where there are some. */
async function endOf(
  client: Client,
  { id, state, problem, refusedRows }: LandImport,
): Promise<End> {
  if (state === "done" || !problem) return { code: state, said: "" };
  const { zh, en } = problem.message;
  const rows = refusedRows > 0 ? (await client.ask(`GET imports/${id}/refusals.csv`)).body : "";
  return { code: problem.code, said: [zh, en, String(rows)].join("\n") };
}
