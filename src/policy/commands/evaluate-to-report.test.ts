import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { codeOf, zhibu } from "../../../test/harness/command-line.ts";
import { readPdf, readWord } from "../../../test/harness/papers.ts";
import { reportThread, type ReportOrder } from "../actions/report-thread.ts";

const folder = mkdtempSync(join(tmpdir(), "zhibu-report-"));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string): string => join(folder, name);

const written = (words: readonly string[], out: string) =>
  zhibu(["evaluate", ...words, "--as-of", "2026-03-16", "--out", place(out)], {
    ZHIBU_LANG: "zh",
  });

describe("zhibu evaluate --out report", () => {
  test("writes the report on a named project as Word and as PDF", async () => {
    const word = await written(["--project", "zhuanta-hutong"], "a.docx");
    expect(word).toMatchObject({ exit: 0, out: expect.stringContaining("a.docx") });
    const { body, header } = readWord(readFileSync(place("a.docx")));
    expect(body).toContain("砖塔胡同平房院落");
    expect(header).toContain("编号：未存档");
    await written(["--project", "zhuanta-hutong"], "a.pdf");
    expect(readPdf(readFileSync(place("a.pdf"))).join("")).toContain("砖塔胡同平房院落");
  });

  test("is refused of more than one case, and of a file of another kind", async () => {
    writeFileSync(place("two.jsonl"), '{"id":"a","facts":{}}\n{"id":"b","facts":{}}\n');
    const two = await written([place("two.jsonl"), "--format", "json"], "two.docx");
    expect([two.exit, codeOf(two), existsSync(place("two.docx"))]).toEqual([
      64,
      "case_not_one",
      false,
    ]);
    const other = await written([place("two.jsonl")], "two.odt");
    expect(other).toMatchObject({
      exit: 64,
      out: expect.stringContaining("csv, parquet, docx, pdf"),
    });
  });
});

describe("the thread that writes reports", () => {
  const order: ReportOrder = {
    kind: "docx",
    report: {
      ...{ locale: "zh", title: "报告", subtitle: "甲", header: ["编号"], fileName: "报告" },
      createdAt: "2026-03-16T01:42:00.000Z",
      parts: [{ kind: "heading", text: "一、结论" }],
    },
  };
  const causeOf = (written: { ok: boolean; refusal?: { cause: string } }): string | undefined =>
    written.refusal?.cause;

  test("refuses one that takes too long, and writes the next", async () => {
    const hasty = reportThread({ seconds: 0.001 });
    expect(causeOf(await hasty.write(order))).toBe("slow");
    await hasty.stop();
    const patient = reportThread({ seconds: 120 });
    expect(await patient.write(order)).toMatchObject({ ok: true });
    expect(await patient.write(order)).toMatchObject({ ok: true });
    await patient.stop();
  });

  test("refuses whoever comes while too many wait", async () => {
    const thread = reportThread({ seconds: 120, waitingMax: 1 });
    const [first, second] = await Promise.all([thread.write(order), thread.write(order)]);
    expect([first.ok, causeOf(second)]).toEqual([true, "busy"]);
    await thread.stop();
  });

  test("says so where it dies for want of memory", async () => {
    const starved = reportThread({ seconds: 120, memoryMb: 4 });
    expect(causeOf(await starved.write(order))).toBe("died");
    await starved.stop();
  });
});
