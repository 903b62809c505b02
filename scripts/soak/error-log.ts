import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { root } from "../step.ts";
import type { Fault } from "./fault.ts";

type Line = {
  readonly msg?: string;
  readonly requestId?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
};

const framesShown = 6;

function faultOf(text: string): Fault {
  const { msg = "", requestId = "none", err = {} } = JSON.parse(text) as Line;
  const { message = "", stack = "" } = err;
  const frames = stack.split("\n").slice(0, framesShown).join(" ").replaceAll(root, "");
  return { kind: `logged ${msg}: ${message}`, example: `request ${requestId} · ${frames}` };
}

/** Keeps what a server's process logs of its own errors. @returns what was kept so far. */
export function keepErrors(log: Readable): () => readonly Fault[] {
  const kept: Fault[] = [];
  createInterface({ input: log }).on("line", (text) => {
    kept.push(text.startsWith("{") ? faultOf(text) : { kind: `logged ${text}`, example: "" });
  });
  return () => kept;
}
