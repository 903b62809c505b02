import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { runs } from "../../../test/harness/runs.ts";
import { cutFile, type CutFile } from "./cut-file.ts";
import { LineTooLong, linesOf, piecesOf } from "./file-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "zhibu-cut-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "library.jsonl");

async function cutOf(text: string, bytes: number): Promise<CutFile> {
  writeFileSync(path, text);
  const cut = await cutFile(path, { bytes });
  if (!cut.ok) throw new Error(cut.refusal.code);
  return cut.value;
}

async function linesBetween(starts: number, ends: number): Promise<string[]> {
  await using file = await open(path, "r");
  const lines: string[] = [];
  for await (const some of linesOf(piecesOf(file, { starts, ends }))) {
    lines.push(...some.map(String));
  }
  return lines;
}

const texts = fc
  .array(fc.string({ maxLength: 12, unit: "grapheme" }), { minLength: 1, maxLength: 30 })
  .map((lines) => lines.map((line) => line.replaceAll("\n", "⏎")));

describe("a file of lines", () => {
  test("is cut at line ends, whole and without overlap, each part with its first row", async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        async (lines, size, isEnded) => {
          const text = `${lines.join("\n")}${isEnded ? "\n" : "."}`;
          const { bytes, parts } = await cutOf(text, size);
          expect(parts.map(({ starts }) => starts)).toEqual([
            0,
            ...parts.slice(0, -1).map(({ ends }) => ends),
          ]);
          expect(parts.at(-1)?.ends).toBe(bytes);
          const read: string[] = [];
          for (const { starts, ends, firstRow } of parts) {
            expect(firstRow).toBe(read.length + 1);
            read.push(...(await linesBetween(starts, ends)));
          }
          expect(read).toEqual(text.replace(/\n$/, "").split("\n"));
        },
      ),
      runs(200),
    );
  });

  test("keeps a line whole that is longer than what is read at a time", async () => {
    const long = "长".repeat(1_000_000);
    const { parts } = await cutOf(`a\n${long}\nb\n`, 1);
    expect(parts).toHaveLength(3);
    expect(await linesBetween(0, readFileSync(path).length)).toEqual(["a", long, "b"]);
  });

  test("that is no file of lines is not taken into memory", async () => {
    writeFileSync(path, Buffer.alloc(20 * 1024 * 1024, "x"));
    await expect(linesBetween(0, 20 * 1024 * 1024)).rejects.toThrow(LineTooLong);
  });

  test("is refused where it is not there, or empty", async () => {
    const missing = join(folder, "nothing.jsonl");
    const refused = { ok: false, refusal: { code: "library_source_missing" } };
    expect(await cutFile(missing, { bytes: 1 })).toMatchObject(refused);
    writeFileSync(path, "");
    const empty = { ok: false, refusal: { code: "library_without_cases" } };
    expect(await cutFile(path, { bytes: 1 })).toMatchObject(empty);
  });
});
