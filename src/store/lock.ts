import { mkdir, realpath } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { platform } from "node:os";
import { join } from "node:path";
import { accept, refuse, type Decision } from "../base/decision.ts";
import { sha256Hex } from "./hash.ts";
import type { FolderLock, Holder } from "./holder.ts";
import { takeLockFile, readLockFile } from "./lock-file.ts";
import type { OpenRefusal } from "./refusals.ts";

export type { FolderLock, Holder } from "./holder.ts";

type Taken = Decision<FolderLock, OpenRefusal>;

const hasAbstractSockets = platform() === "linux";

/** An abstract socket vanishes with its process, so that a kill leaves no stale lock behind. */
async function socketName(folder: string): Promise<string> {
  return `\0zhibu-${sha256Hex(await realpath(folder)).slice(0, 40)}`;
}

/** Takes the folder for this process, or names the process that has it. */
export async function lockFolder(folder: string): Promise<Taken> {
  await mkdir(folder, { recursive: true });
  if (!hasAbstractSockets) return takeLockFile(join(folder, "zhibu.lock"), folder);

  const holder = { pid: process.pid, url: null as string | null };
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(`${JSON.stringify(holder)}\n`);
  });
  if (await listens(server, await socketName(folder))) return accept(lockOf(server, holder));

  const other = await askHolder(folder);
  if (!other) return lockFolder(folder);
  return refuse({ code: "folder_in_use", folder, ...other });
}

function lockOf(server: Server, holder: { url: string | null }): FolderLock {
  server.unref();
  return {
    announce: (url) => {
      holder.url = url;
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listens(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      cause.code === "EADDRINUSE" ? resolve(false) : reject(cause),
    );
    server.listen(name, () => resolve(true));
  });
}

/** Asks who holds the folder; undefined when nobody does. */
export async function askHolder(folder: string): Promise<Holder | undefined> {
  await mkdir(folder, { recursive: true });
  if (!hasAbstractSockets) return readLockFile(join(folder, "zhibu.lock"));
  const line = await readAll(await socketName(folder));
  return line === undefined ? undefined : (JSON.parse(line) as Holder);
}

const answerWithinMs = 2_000;

function readAll(name: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(name);
    socket.setTimeout(answerWithinMs, () => socket.destroy(new Error("the holder is silent")));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("end", () => resolve(text));
    socket.on("error", (cause: NodeJS.ErrnoException) =>
      cause.code === "ECONNREFUSED" ? resolve(undefined) : reject(cause),
    );
  });
}
