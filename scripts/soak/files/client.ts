import { setTimeout as pause } from "node:timers/promises";
import { invariant } from "../../../src/base/invariant.ts";
import { importPartBytes, type ImportOrder, type LandImport } from "../../../src/land/contract.ts";

/** What the server answered: its status, and the JSON or the text that it sent. */
export type Told = { readonly status: number; readonly body: unknown };

/** Somebody who brings in files over HTTP, and comes again where the server is too busy. */
export type Client = {
  ask(line: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Told>;
  /** Sends a file whole, and asks for it to be read; the refusal where it is not taken at all. */
  send(layer: string, bytes: Uint8Array): Promise<LandImport | Told>;
  confirm(id: string, order: ImportOrder): Promise<Told>;
  look(id: string): Promise<LandImport>;
  /** Waits until an import stands still, or as it is asked for. */
  settle(id: string, isSettled?: (one: LandImport) => boolean): Promise<LandImport>;
};

const patienceMs = 15 * 60_000;
const resting: readonly string[] = ["waiting", "done", "refused", "cancelled"];

type Session = Readonly<Record<string, string>>;
type Question = {
  readonly line: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>> | undefined;
};

async function enter(url: string): Promise<Session> {
  const answer = await fetch(`${url}/api/v1/people/session/demonstration`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role: "administrator" }),
  });
  const text = await answer.text();
  invariant(
    answer.status === 201,
    `the demonstration lets an administrator in: ${text.slice(0, 200)}`,
  );
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { csrfToken } = JSON.parse(text) as { csrfToken: string };
  return { cookie, "x-csrf-token": csrfToken };
}

/** Asks once, whatever the answer. */
async function askOnce(url: string, session: Session, { line, body, headers }: Question) {
  const [method, path] = line.split(" ") as [string, string];
  const isFile = body instanceof Uint8Array;
  const type = isFile ? "application/octet-stream" : "application/json";
  const sent =
    body === undefined ? {} : { body: isFile ? Buffer.from(body) : JSON.stringify(body) };
  const typed = body === undefined ? {} : { "content-type": type };
  const request = { method, headers: { ...session, ...typed, ...headers }, ...sent };
  const answer = await fetch(`${url}/api/v1/land/${path}`, request);
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  return { status: answer.status, body: isJson ? (JSON.parse(text) as unknown) : text };
}

/** Enters as the administrator of the demonstration. */
export async function clientOf(url: string): Promise<Client> {
  const session = await enter(url);
  const ask: Client["ask"] = async (line, body, headers) => {
    for (let left = 60; ; left -= 1) {
      const told = await askOnce(url, session, { line, body, headers });
      if (told.status !== 503 || left === 0) return told;
      await pause(1_000);
    }
  };
  const look = async (id: string) => (await ask(`GET imports/${id}`)).body as LandImport;
  return {
    ask,
    look,
    confirm: (id, order) => ask(`POST imports/${id}/confirm`, order),
    send: async (layer, bytes) => {
      const opened = await ask("POST imports", { layer, name: "soak", bytes: bytes.length });
      if (opened.status !== 201) return opened;
      const { id } = opened.body as LandImport;
      for (let part = 0; part * importPartBytes < bytes.length; part += 1) {
        const piece = bytes.subarray(part * importPartBytes, (part + 1) * importPartBytes);
        const taken = await ask(`PUT imports/${id}/parts/${part}`, piece);
        if (taken.status !== 200) return taken;
      }
      const read = await ask(`POST imports/${id}/read`);
      return read.status === 200 ? (read.body as LandImport) : read;
    },
    settle: async (id, isSettled = ({ state }) => resting.includes(state)) => {
      const until = performance.now() + patienceMs;
      for (;;) {
        const one = await look(id);
        if (isSettled(one)) return one;
        if (performance.now() > until) throw new Error(`import ${id} stays ${one.state}`);
        await pause(50);
      }
    },
  };
}

/** What others met meanwhile: how long they waited, and how often they were told to come again. */
export type Met = { readonly asked: number; readonly turnedAway: number; readonly worstMs: number };

/** Asks a small question every 50 ms until it is stopped. */
export function askBeside(url: string): { readonly stop: () => Promise<Met> } {
  const met = { asked: 0, turnedAway: 0, worstMs: 0 };
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      const answer = await fetch(`${url}/api/v1/land/city`);
      await answer.arrayBuffer();
      met.asked += 1;
      if (answer.status === 503) met.turnedAway += 1;
      else invariant(answer.ok, `a small question is answered, not with ${answer.status}`);
      met.worstMs = Math.max(met.worstMs, Math.round(performance.now() - began));
      await pause(50);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return met;
    },
  };
}
