import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { embedded } from "./engine.ts";
import { startServer } from "./process.ts";
import type { Memory } from "./target.ts";

/** What the embedded engine holds before anybody has asked anything, in MB. */
export type MemoryFigures = {
  /** The whole server after its first start, which makes the database, and after its second. */
  readonly starts: readonly Memory[];
  readonly engine: EngineMemory;
};

/** The engine alone: before it is opened, with it open, and two parts of what it then holds. */
export type EngineMemory = Readonly<Record<"before" | "open" | "heap" | "buffers", number>>;

/** Starts the server twice on one folder, and the engine alone twice on another. */
export async function measureMemory(): Promise<MemoryFigures> {
  const city = await embedded();
  const starts: Memory[] = [];
  for (let start = 0; start < 2; start += 1) {
    const server = await startServer(city.environment);
    starts.push(await server.memory());
    await server.stop();
  }
  await city.close();
  return { starts, engine: await measureEngine() };
}

/** Of two openings the second: the first has made the folder. */
async function measureEngine(): Promise<EngineMemory> {
  const folder = await mkdtemp(join(tmpdir(), "zhibu-memory-"));
  try {
    await openOnce(join(folder, "data"));
    return await openOnce(join(folder, "data"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const file = fileURLToPath(new URL("engine-memory.ts", import.meta.url));

async function openOnce(folder: string): Promise<EngineMemory> {
  const child = fork(file, [folder], { execArgv: ["--import", "tsx"] });
  const ended = once(child, "exit");
  const [told] = (await Promise.race([once(child, "message"), ended])) as [EngineMemory];
  await ended;
  if (typeof told !== "object") throw new Error(`the engine alone ended with ${String(told)}`);
  return told;
}
