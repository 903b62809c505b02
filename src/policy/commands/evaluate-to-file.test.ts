import { once } from "node:events";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, describe, expect, test } from "vitest";
import { codeOf, zhibu } from "../../../test/harness/command-line.ts";
import { evaluate, readCaseText } from "../../rules/index.ts";
import { homeFolder } from "../../store/home.ts";
import { openBook } from "../actions/book.ts";
import { libraryThread } from "../actions/library-thread.ts";

const folder = mkdtempSync(join(tmpdir(), "zhibu-verdicts-"));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string): string => join(folder, name);
const asOf = "2026-03-16";

const spaces = ["=1+1", 'b,"c"'].map((id) => ({ id, kind: undefined }));
const lines = [
  { id: "@known", facts: { project: { approved_floor_area: 2000 }, spaces } },
  { id: "made", synthetic: true, facts: { place: { district: "chaoyang" } } },
  { id: "nothing", facts: {} },
].map((line) => JSON.stringify(line));

async function written(name: string, text: string, out: string) {
  writeFileSync(place(name), text);
  return zhibu(["evaluate", place(name), "--as-of", asOf, "--out", place(out)], {
    ZHIBU_LANG: "en",
  });
}

/** What reports on the cases say, in the words of the table. */
async function expected() {
  const book = await openBook(join(homeFolder(), "packs"), "beijing");
  if (!book.ok) throw new Error("the shipped pack compiles");
  const cases = readCaseText(book.value.program, lines.join("\n"), "jsonl");
  if (!cases.ok) throw new Error(cases.refusal[0]?.message.en);
  return cases.value.flatMap((one) =>
    evaluate(book.value.program, one, { asOf }).verdicts.flatMap((verdict) => {
      const subject = verdict.subject;
      const head = { case: one.id, synthetic: one.synthetic, subject, rule: verdict.rule };
      const said = { ...head, condition: verdict.condition, verdict: verdict.verdict };
      const effects = verdict.effects.map(({ amount }) => ({
        ...said,
        amount_min: amount?.min ?? null,
        amount_max: amount?.max ?? null,
      }));
      return effects.length > 0 ? effects : [{ ...said, amount_min: null, amount_max: null }];
    }),
  );
}

describe("verdicts as a table", () => {
  test("in Parquet are those of the reports, with their types, and null where nothing is", async () => {
    const { exit } = await written("some.jsonl", lines.join("\n"), "some.parquet");
    expect(exit).toBe(0);
    const file = await asyncBufferFromFile(place("some.parquet"));
    const rows = await parquetReadObjects({ file });
    const told = rows.map(({ effect: _, unit: _unit, bounds: _bounds, ...rest }) => rest);
    expect(told).toEqual(await expected());
    const { schema } = await parquetMetadataAsync(file);
    expect(Object.fromEntries(schema.map(({ name, type }) => [name, type]))).toMatchObject({
      case: "BYTE_ARRAY",
      synthetic: "BOOLEAN",
      effect: "INT32",
      amount_min: "DOUBLE",
    });
  });

  test("in CSV have empty cells for what is missing, and no cell that a sheet would run", async () => {
    const { exit } = await written("some.jsonl", lines.join("\r\n"), "some.csv");
    expect(exit).toBe(0);
    const text = readFileSync(place("some.csv"), "utf8");
    const [head, ...rows] = text.trimEnd().split("\r\n");
    expect(head).toBe(
      "case,synthetic,subject,rule,condition,verdict,effect,amount_min,amount_max,unit,bounds",
    );
    expect(rows).toHaveLength((await expected()).length);
    expect(text).toContain("'@known,false,'=1+1,");
    expect(text).toContain('"b,""c""",');
    expect(text).toMatch(/^nothing,false,[^,]+,[^,]+,open,undecided,1,,,,\r$/m);
    expect(text).not.toMatch(/(^|,)[=@]/m);
    expect(text).not.toMatch(/NaN|Infinity|null/);
  });

  test("of a CSV of cases are written as well, without a thread", async () => {
    const cases = "id,project.approved_floor_area\nsheet,2000\n";
    const { exit, out } = await written("cases.csv", cases, "sheet.csv");
    expect([exit, out.includes("1 cases, 0 of them synthetic")]).toEqual([0, true]);
    expect(readFileSync(place("sheet.csv"), "utf8")).toContain("\r\nsheet,false,project,");
  });

  test("are refused whole where a row cannot be read: no file, and none of another name", async () => {
    const wrong = JSON.stringify({
      id: "x",
      facts: { project: { approved_floor_area: "3 yuan" } },
    });
    const ended = await written("wrong.jsonl", `${lines[0]}\n${wrong}\n`, "wrong.csv");
    expect([ended.exit, ended.out.includes("row 2:")]).toEqual([2, true]);
    expect(readdirSync(folder).filter((name) => name.startsWith("wrong.csv"))).toEqual([]);
  });

  test("go into a file of a known kind, in a folder that is there", async () => {
    const args = ["evaluate", place("some.jsonl"), "--format", "json", "--out"];
    expect(codeOf(await zhibu([...args, place("some.xlsx")]))).toBe("file_kind_unknown");
    expect(codeOf(await zhibu([...args, place("no/some.csv")]))).toBe("folder_missing");
  });

  test("that are stopped in the middle leave no half of a file", async () => {
    // Long lines, so that a stretch has few cases, and the first word of progress comes soon.
    const many = Array.from({ length: 12_000 }, (_, at) =>
      JSON.stringify({ id: `many-${at}`, facts: {} }).padEnd(5_000),
    );
    writeFileSync(place("many.jsonl"), many.join("\n"));
    const program = join(homeFolder(), "bin", "zhibu.mjs");
    const args = [program, "evaluate", place("many.jsonl"), "--out", place("many.csv")];
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ZHIBU_LANG: "en" },
    });
    const said: string[] = [];
    child.stdout.on("data", (text: Buffer) => said.push(String(text)));
    await once(child.stderr, "data");
    child.kill("SIGINT");
    const [exit] = (await once(child, "close")) as [number];
    expect([exit, said.join("")]).toEqual([2, expect.stringContaining("library_stopped")]);
    expect(existsSync(place("many.csv"))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes("draft"))).toEqual([]);
  }, 120_000);
});

test("a thread that dies is started once more, and then the stretch is refused by name", async () => {
  const thread = libraryThread({ memoryMb: 4 });
  const packs = join(homeFolder(), "packs");
  const source = { kind: "synthetic", seed: "1", cases: 1 } as const;
  const part = { starts: 1, ends: 2, firstRow: 1, sha256: null };
  const law = { packs, pack: "beijing", encoding: "any", asOf };
  const asked = { by: null, keepsGoodRows: false, wantsRows: false, node: "here" };
  const answer = await thread.evaluate({ ...law, ...asked, source, part });
  await thread.stop();
  expect(answer).toMatchObject({ ok: false, refusal: { code: "library_worker_died" } });
}, 60_000);
