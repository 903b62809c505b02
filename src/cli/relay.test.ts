import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerRelays, relay, type RelayedCall } from "./relay.ts";

const call: RelayedCall = { argv: ["corpus", "verify"], folder: ".", locale: "zh" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhibu-relay-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a command line is run by the process that holds the folder, and its answer comes back", async () => {
  const seen: RelayedCall[] = [];
  const run = async (relayed: RelayedCall) => {
    seen.push(relayed);
    return { exit: 2 as const, out: "第一行\n第二行\n" };
  };
  const server = await answerRelays(folder, run, () => undefined);
  expect(await relay(folder, call)).toEqual({ exit: 2, out: "第一行\n第二行\n" });
  expect(seen).toEqual([call]);
  server.close();
});

test("nobody answers where nobody holds the folder", async () => {
  expect(await relay(folder, call)).toBeUndefined();
});

test("a command that breaks in the holder is told to the holder, and no answer is made up", async () => {
  const causes: unknown[] = [];
  const run = () => Promise.reject(new TypeError("broken"));
  const server = await answerRelays(folder, run, (cause) => causes.push(cause));
  expect(await relay(folder, call)).toBeUndefined();
  expect(causes).toEqual([new TypeError("broken")]);
  server.close();
});
