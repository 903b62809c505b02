import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { compile, type Program } from "../../rules/index.ts";
import { readPackTexts } from "../folder.ts";
import { loadPackFiles } from "../load.ts";
import { formatFile } from "./format.ts";
import { formatPack } from "./pack.ts";

const folder = fileURLToPath(new URL("../../../packs", import.meta.url));
const packs = ["national", "beijing"] as const;
type Write = (text: string, inside: string) => string;

/** The texts of both packs, each written by a hand of its own. */
async function textsBy(write: Write): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const id of packs) {
    const texts = await readPackTexts(folder, id);
    if (!texts.ok) throw new Error(JSON.stringify(texts.refusal));
    for (const [inside, text] of texts.value) all.set(`${id}/${inside}`, write(text, inside));
  }
  return all;
}

/** Everything that a program decides by; the encoding only says which texts it came from. */
function programOf(texts: ReadonlyMap<string, string>): string {
  const source = loadPackFiles(texts, "beijing");
  const program = source.ok ? compile(source.value) : source;
  if (!program.ok) throw new Error(program.refusal.map(({ message }) => message.en).join("\n"));
  const { encoding: _, ...rest } = program.value as Program;
  return JSON.stringify(rest, (_key, value: unknown) => {
    if (typeof value === "bigint") return value.toString();
    return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
  });
}

const formatted: Write = (text, inside) => {
  const written = formatFile(inside, inside, text);
  return written.ok ? written.value : inside;
};
const otherwise: Write = (text) =>
  parseDocument(text).toString({ lineWidth: 60, indent: 4, singleQuote: true });

const insideOf = (path: string): string => path.slice(path.indexOf("/") + 1);

describe("the packs of this repository", () => {
  test("are in the one form", async () => {
    for (const id of packs) {
      const files = await formatPack(folder, id);
      const changed = files.ok ? files.value.filter(({ before, after }) => before !== after) : id;
      expect(changed).toEqual([]);
    }
  });

  test("are the same program whichever way they were written before", async () => {
    const own = await textsBy((text) => text);
    const wild = await textsBy(otherwise);
    const tamed = new Map([...wild].map(([path, text]) => [path, formatted(text, insideOf(path))]));
    expect([...wild.values()]).not.toEqual([...own.values()]);
    expect(programOf(tamed)).toBe(programOf(own));
  });
});
