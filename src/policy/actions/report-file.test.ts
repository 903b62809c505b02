import { describe, expect, test } from "vitest";
import { readPdf, readWord } from "../../../test/harness/papers.ts";
import type { Part, ReportDocument, Table } from "../model/report-document.ts";
import { reportKinds, writeReport } from "./report-file/write.ts";

const paragraph = (text: string): Part => ({ kind: "paragraph", role: "body", line: { text } });

const tableOf = (rows: readonly (readonly string[])[]): Table => ({
  kind: "table",
  size: "usual",
  isHeaded: true,
  columns: [
    { title: "序号", share: 20, align: "centre" },
    { title: "内容", share: 80 },
  ],
  rows: rows.map((row) => row.map((text) => [{ text }])),
});

const reportOf = (parts: readonly Part[]): ReportDocument => ({
  locale: "zh",
  title: "政策适用报告",
  subtitle: "北厂 & <南院>",
  header: ["政策适用报告　编号：abc", "https://zhibu.example/reports/abc"],
  mark: "合成数据，非实况",
  createdAt: "2026-03-16T01:42:00.000Z",
  fileName: "报告",
  parts,
});

const whole = reportOf([
  { kind: "paragraph", role: "notice", line: { text: "合成数据，非实况" } },
  { kind: "heading", text: "一、结论" },
  paragraph("可以给予建筑规模 3,200 m²。"),
  tableOf([
    ["1", "甲条"],
    ["2", "乙条"],
  ]),
  { kind: "signatures", names: ["编制", "复核"], day: "年　　月　　日" },
  { kind: "paragraph", role: "note", line: { text: "附注" } },
]);

const said = ["一、结论", "可以给予建筑规模 3,200 m²。", "内容", "乙条", "复核", "附注"];

describe("a report that is written", () => {
  test("as Word has all its text, and its number over each page", async () => {
    const { body, header, files } = readWord(await writeReport("docx", whole));
    for (const text of [...said, "北厂 & <南院>"]) expect(body).toContain(text);
    expect(header).toBe(
      "合成数据，非实况\n政策适用报告　编号：abc\nhttps://zhibu.example/reports/abc\n",
    );
    expect(files).toContain("[Content_Types].xml");
  });

  test("as PDF has all its text, its number and its mark on each page", async () => {
    const pages = readPdf(
      await writeReport("pdf", reportOf([...whole.parts, ...said.map(paragraph), tableOf(many)])),
    );
    for (const text of said) expect(pages.join("\n")).toContain(text);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => {
      expect(page).toContain("编号：abc");
      expect(page).toContain("合成数据，非实况");
      expect(page).toContain(`— ${at + 1} —`);
    });
  });

  test.each(reportKinds)("as %s is the same bytes each time", async (kind) => {
    const [one, other] = [await writeReport(kind, whole), await writeReport(kind, whole)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test("as PDF keeps a heading with what it heads, wherever the page ends", async () => {
    const lengths = [16, 17, 18, 19, 20];
    for (const length of lengths) {
      const lines = Array.from({ length }, () => paragraph("甲"));
      const parts = [...lines, { kind: "heading", text: "二、签署" } as const, tableOf(many)];
      const pages = readPdf(await writeReport("pdf", reportOf(parts)));
      const page = pages.find((one) => one.includes("二、签署"));
      expect(page, `after ${length} lines`).toContain("第1条");
    }
  });

  test.each(reportKinds)("as %s cuts nothing of a row that no page can hold", async (kind) => {
    const long = Array.from({ length: 900 }, (_, at) => `第${at}款`).join("");
    const bytes = await writeReport(kind, reportOf([tableOf([["1", long]])]));
    const text = kind === "pdf" ? readPdf(bytes).join("") : readWord(bytes).body;
    for (const at of [0, 450, 899]) expect(text).toContain(`第${at}款`);
  });
});

const many = Array.from({ length: 60 }, (_, at) => [String(at), `第${at}条`]);
