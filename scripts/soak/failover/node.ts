import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "../../step.ts";

/** One node of the program, as a process of its own. */
export type AppNode = { readonly url: string; stop(): Promise<void> };

/** Starts a node on a free port and waits until it serves. */
export async function startNode(databaseUrl: string): Promise<AppNode> {
  const child = spawn("node_modules/.bin/tsx", ["src/main.ts"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      ZHIBU_PORT: "0",
      // Writers state another address each: the budget of one address is not what is measured.
      ZHIBU_TRUST_PROXY: "on",
      ZHIBU_LOG: "fatal",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the node ended with ${code}`)));
    createInterface({ input: child.stdout }).once("line", resolve);
  });
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
