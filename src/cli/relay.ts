import { chmod, rm } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import type { Locale } from "../base/message.ts";
import type { Outcome } from "../terminal/index.ts";

/** A command line that another process asks the holder of the data folder to run. */
export type RelayedCall = {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly locale: Locale;
};

type RelayedAnswer = { readonly exit: Outcome["exit"]; readonly out: string };

export type RunRelayed = (call: RelayedCall) => Promise<RelayedAnswer>;

const mostCharacters = 1_000_000;

/** The socket stands in the data folder, and whoever owns it may ask: no other right is needed. */
const socketIn = (dataFolder: string): string => join(dataFolder, "commands.sock");

/** The first line that comes; the socket stays open for the answer. */
function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
      else if (text.length > mostCharacters)
        reject(new RangeError("a relayed call is at most 1 MB"));
    });
    socket.on("end", () => reject(new RangeError("a relayed call ends with a line break")));
  });
}

async function answer(
  socket: Socket,
  run: RunRelayed,
  failed: (cause: unknown) => void,
): Promise<void> {
  try {
    const call = JSON.parse(await readLine(socket)) as RelayedCall;
    socket.end(`${JSON.stringify(await run(call))}\n`);
  } catch (cause) {
    failed(cause);
    socket.destroy();
  }
}

/** Runs the commands of other processes on the database that this one holds. */
export async function answerRelays(
  dataFolder: string,
  run: RunRelayed,
  failed: (cause: unknown) => void,
): Promise<Server> {
  const path = socketIn(dataFolder);
  await rm(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", failed);
    void answer(socket, run, failed);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return server;
}

const gone = new Set(["ENOENT", "ECONNREFUSED", "EACCES"]);

/** Asks the holder to run a command line; undefined where no holder answers. */
export function relay(dataFolder: string, call: RelayedCall): Promise<RelayedAnswer | undefined> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(socketIn(dataFolder), () => socket.write(`${JSON.stringify(call)}\n`));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("end", () => {
      socket.end();
      resolve(text === "" ? undefined : (JSON.parse(text) as RelayedAnswer));
    });
    socket.on("error", (cause: NodeJS.ErrnoException) =>
      gone.has(cause.code ?? "") ? resolve(undefined) : reject(cause),
    );
  });
}
