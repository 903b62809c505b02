import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { runOne, townCases, townFiles, townFolder } from "../../../test/harness/small-pack.ts";
import { checkCommand } from "./pack-watch.ts";

const program = fileURLToPath(new URL("../../../test/harness/pack-watcher.ts", import.meta.url));
const within = { timeout: 30_000, interval: 50 };
const files = townFiles(Object.values(townCases));
const terms = files["terms.yaml"] ?? "";

/** The command as a process, with all that it has said so far. */
function startWatching(packs: string, ...line: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", program, packs, "--watch", ...line]);
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => void (said.out += text));
  child.stderr.on("data", (text) => void (said.err += text));
  return {
    child,
    said,
    ended: once(child, "exit"),
    [Symbol.dispose]: () => void child.kill("SIGKILL"),
  };
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

test("a pack that is watched is checked again upon each change, and ends well", async () => {
  using folder = townFolder(files);
  using watching = startWatching(folder.packs);
  const { said } = watching;
  await vi.waitFor(() => expect(said.out).toContain("town compiles: 1 measures"), within);

  folder.write("terms.yaml", terms.replace("id: review", "id: revue"));
  await vi.waitFor(() => expect(said.out).toContain("01-small.yaml"), within);
  expect(countOf(said.out, "town compiles")).toBe(1);

  folder.write("terms.yaml", terms);
  await vi.waitFor(() => expect(countOf(said.out, "town compiles")).toBe(2), within);
  expect(countOf(said.err, "files changed, checked again")).toBe(2);

  watching.child.kill("SIGINT");
  expect(await watching.ended).toEqual([0, null]);
}, 120_000);

test("many changes at once are one, and what is not YAML is none", async () => {
  using folder = townFolder(files);
  using watching = startWatching(folder.packs, "--format", "json");
  const { said } = watching;
  await vi.waitFor(() => expect(countOf(said.out, '"encoding"')).toBe(1), within);
  folder.write("notes.txt", "not of the pack\n");
  for (const [file, text] of Object.entries(files)) folder.write(file, `${text}# read again\n`);
  await vi.waitFor(() => expect(countOf(said.out, '"encoding"')).toBe(2), within);
  watching.child.kill("SIGTERM");
  expect(await watching.ended).toEqual([0, null]);
  expect(said.out).toContain('"checks": 2');
}, 120_000);

test("without being watched a pack is checked once, in both languages", async () => {
  using folder = townFolder({ ...files, "terms.yaml": "terms: []\n" });
  const withDb = () => Promise.reject(new Error("a check opens no database"));
  const command = checkCommand({ packs: folder.packs, pack: "town", withDb });
  const [english, chinese] = [await runOne(command, []), await runOne(command, [], "zh")];
  expect([english.exit, chinese.exit]).toEqual([2, 2]);
  expect(english.out).toContain("review");
  expect(chinese.out).not.toBe(english.out);
});
