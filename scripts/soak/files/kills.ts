import { invariant } from "../../../src/base/invariant.ts";
import type { LandImport } from "../../../src/land/contract.ts";
import { startServer, type ServerProcess } from "../process.ts";
import { clientOf, type Client } from "./client.ts";
import { pointFile } from "./samples.ts";

export type ImportKill = {
  readonly at: string;
  /** Rows of the map: before, as the next server found them, and at the end. */
  readonly before: number;
  readonly found: number;
  readonly after: number;
  readonly due: number;
  readonly state: string;
  /** From the next server's first answer until the import stood as it should. */
  readonly takenUpMs: number;
};

const large = 60_000;

type Moment = { readonly at: string; readonly is: (one: LandImport) => boolean };

/** While the file is read, while its rows are made ready, and while they go onto the map. */
export const moments: readonly Moment[] = [
  { at: "kill -9 while the file is read", is: ({ state }) => state !== "receiving" },
  { at: "kill -9 while rows are made ready", is: ({ done }) => done > large / 5 },
  { at: "kill -9 while all of it goes onto the map", is: ({ done }) => done === large },
];

const featuresOf = async (server: ServerProcess): Promise<number> =>
  (await server.counts())["land.feature"] ?? 0;

const idOf = (sent: Awaited<ReturnType<Client["send"]>>): string => {
  invariant("id" in sent, `a sound file is taken: ${JSON.stringify(sent).slice(0, 200)}`);
  return sent.id;
};

const order = { crs: "EPSG:4490", reason: "kill -9 in the middle", isSynthetic: true };

type Killed = { readonly kill: ImportKill; readonly server: ServerProcess };

/** Kills the server in the middle of a large import, and looks what becomes of it afterwards. */
export async function killImport(server: ServerProcess, { at, is }: Moment): Promise<Killed> {
  const client = await clientOf(server.url);
  const before = await featuresOf(server);
  const id = idOf(await client.send("stations", pointFile({ count: large, named: at })));
  const isReading = at === moments[0]!.at;
  if (!isReading) {
    await client.settle(id);
    await client.confirm(id, order);
  }
  await client.settle(id, is);
  await server.kill();
  const next = await startServer(server.environment);
  const found = await featuresOf(next);
  const began = performance.now();
  const again = await clientOf(next.url);
  const { state } = await again.settle(id);
  const takenUpMs = Math.round(performance.now() - began);
  if (isReading) await again.ask(`POST imports/${id}/cancel`);
  const after = await featuresOf(next);
  const due = isReading ? before : before + large;
  return { server: next, kill: { at, before, found, after, due, state, takenUpMs } };
}

/** Half of it on the map, or none of it in the end, is what must not be. */
export const isWhole = ({ at, before, found, after, due, state }: ImportKill): boolean =>
  (found === before || found === due) &&
  after === due &&
  state === (at === moments[0]!.at ? "waiting" : "done");
