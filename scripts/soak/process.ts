import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { invariant } from "../../src/base/invariant.ts";
import { keepErrors } from "./error-log.ts";
import type { Counts, Memory, Target } from "./target.ts";

/** A server as a process: it can be asked, stopped, and killed. */
export type ServerProcess = Target & {
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
};

type Told = { readonly url?: string; readonly memory?: Memory; readonly counts?: Counts };

const file = fileURLToPath(new URL("server.ts", import.meta.url));

/** The next thing that the child tells. @throws when it ends instead. */
function nextOf(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (told: Told) => {
      child.off("exit", ended);
      resolve(told);
    });
  });
}

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once("exit", () => resolve()));

/** Starts the server and waits until it serves. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const env = { ...process.env, ZHIBU_PORT: "0", ZHIBU_LOG: "error", ...environment };
  const stdio = ["ignore", "pipe", "inherit", "ipc"] as const;
  const child = fork(file, [], { env, execArgv: ["--import", "tsx"], stdio: [...stdio] });
  invariant(child.stdout, "the child's log comes through a pipe");
  const errors = keepErrors(child.stdout);
  const { url = "" } = await nextOf(child);
  const ask = async (question: string): Promise<Told> => {
    const answer = nextOf(child);
    child.send(question);
    return answer;
  };
  return {
    url,
    environment,
    counts: async () => (await ask("counts")).counts ?? {},
    memory: async () => (await ask("memory")).memory ?? { mb: 0, peakMb: 0 },
    errors,
    stop: async () => {
      const ended = endOf(child);
      child.send("stop");
      await ended;
    },
    kill: async () => {
      const ended = endOf(child);
      child.kill("SIGKILL");
      await ended;
    },
  };
}
