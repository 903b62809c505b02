import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../base/invariant.ts";
import { evaluate, readCase, ruleItems } from "../../rules/index.ts";
import { homeFolder } from "../../store/home.ts";
import { openBook } from "../actions.ts";
import type { PlaceLine } from "../contract.ts";
import type { Book } from "./book.ts";
import { factRows } from "./fact-rows.ts";
import { reportDocument, type Part, type ReportGiven } from "./report-document.ts";

const createdAt = "2026-03-16T16:30:00.000Z";
const title = { zh: "北厂", en: "North works" };

/** An old factory near a station: floor area for the city's share, the award and the rail quota. */
const factory = {
  project: {
    category: "old factory",
    is_major: true,
    new_floor_area: 6000,
    city_quota_wanted: 3200,
    approved_floor_area: 18_000,
    is_rail_integrated: true,
  },
  place: { station_distance: { estimate: [300, 350] } },
  contribution: {
    free_of_charge: true,
    open_to_public: true,
    kind: "public space",
    site_area: 1500,
  },
};

let book: Book;

beforeAll(async () => {
  const opened = await openBook(join(homeFolder(), "packs"), "beijing");
  invariant(opened.ok, "the shipped pack compiles");
  book = opened.value;
  // The whole pack is compiled here; a machine may do much beside.
}, 60_000);

type Asked = Partial<ReportGiven> & { readonly facts?: unknown; readonly synthetic?: boolean };

function givenOf({ facts = factory, synthetic = false, ...more }: Asked = {}): ReportGiven {
  const read = readCase(book.program, { id: "north", synthetic, facts });
  invariant(read.ok, "the facts are read");
  const place: PlaceLine = { kind: "none", title, synthetic, path: [] };
  const answers = {
    place,
    facts: factRows(book.program, read.value),
    report: evaluate(book.program, read.value, { asOf: "2026-03-16" }),
  };
  return { book, answers, locale: "zh", createdAt, clauses: [], ...more };
}

function linesOf(part: Part): string[] {
  switch (part.kind) {
    case "heading":
      return [part.text];
    case "paragraph":
      return [part.line.text];
    case "table":
      return part.rows.flatMap((row) => row.flatMap((cell) => cell.map(({ text }) => text)));
    case "signatures":
      return [...part.names, part.day];
  }
}

const textOf = (parts: readonly Part[]): string => parts.flatMap(linesOf).join("\n");

/** The parts from one heading to the next. */
function chapter(parts: readonly Part[], name: string): Part[] {
  const from = parts.findIndex((part) => part.kind === "heading" && part.text.includes(name));
  const after = parts.slice(from + 1);
  const length = after.findIndex((part) => part.kind === "heading");
  return from < 0 ? [] : after.slice(0, length < 0 ? undefined : length);
}

describe("the paper of an evaluation", () => {
  test("has every rule of the report, with its clause", () => {
    const given = givenOf();
    const text = textOf(reportDocument(given).parts);
    const items = ruleItems(given.answers.report);
    expect(items.length).toBeGreaterThan(30);
    const lost = items.filter(
      ({ first }) =>
        !text.includes(first.title.zh) || !text.includes(`·${String(first.cite.item)}〕`),
    );
    expect(lost.map(({ rule }) => rule)).toEqual([]);
  });

  test("says what applies and what it comes to before it is signed, and the rest after", () => {
    const { parts } = reportDocument(givenOf());
    const headings = parts.flatMap((part) => (part.kind === "heading" ? [part.text] : []));
    expect(headings.slice(0, 3)).toEqual(["一、结论", "二、签署", "附一　适用的政策"]);
    const conclusion = textOf(chapter(parts, "结论"));
    expect(conclusion).toContain("可以给予建筑规模 3,200 m²");
    expect(conclusion).toContain("1 处超出原则上的界限，须提交会商。");
    expect(conclusion).toMatch(/市级弹性预留指标\n项目\n至少 3,200 m²/);
  });

  test("tells a limit with what is asked, how it comes out and what follows", () => {
    const text = textOf(chapter(reportDocument(givenOf()).parts, "适用的政策"));
    expect(text).toMatch(/（原则上）：不超过 3,000 m²，拟用 3,200 m²，超出，提交会商/);
  });

  test("keeps what is exploratory apart, and out of the conclusion", () => {
    const given = givenOf();
    const { parts } = reportDocument(given);
    const met = ruleItems(given.answers.report).filter(
      ({ isExploratory, verdict }) => isExploratory && verdict !== "does_not_apply",
    );
    expect(met.length).toBeGreaterThan(0);
    const apart = textOf(chapter(parts, "探索性政策"));
    const elsewhere = textOf(
      ["结论", "适用的政策", "未定的政策"].flatMap((name) => chapter(parts, name)),
    );
    for (const { first } of met) {
      expect(apart).toContain(first.title.zh);
      expect(elsewhere).not.toContain(`${first.title.zh}：`);
    }
  });

  test("marks what is synthetic on every page, and nothing else", () => {
    expect(reportDocument(givenOf()).mark).toBeUndefined();
    const report = reportDocument(givenOf({ synthetic: true }));
    expect(report.mark).toContain("合成数据");
    expect(report.parts[0]).toMatchObject({ role: "notice", line: { text: report.mark } });
  });

  test("names what is missing with who could supply it", () => {
    const rows = chapter(reportDocument(givenOf()).parts, "尚需补充").flatMap((part) =>
      part.kind === "table" ? part.rows : [],
    );
    expect(rows.length).toBe(20);
    const supplied = rows.map((row) => row[3]?.[0]?.text ?? "");
    expect(supplied.every((text) => text !== "")).toBe(true);
    expect(supplied).toContain("实施主体");
  });

  test("says in the city's own day when the facts were taken", () => {
    expect(textOf(reportDocument(givenOf()).parts)).toContain("事实快照\n2026-03-17");
  });

  test("is complete in English", () => {
    const given = givenOf({ locale: "en" });
    const report = reportDocument(given);
    const missing = given.answers.report.verdicts.flatMap((verdict) => verdict.missing);
    // A text that the rule book does not hold is called by the name that its clause gives it.
    const texts = missing.filter(({ kind }) => kind === "text").map(({ id }) => id);
    const whole = [report.title, report.subtitle, ...report.header, textOf(report.parts)].join(
      "\n",
    );
    const said = texts.reduce((text, name) => text.replaceAll(name, ""), whole);
    expect(said.match(/[^\n]*\p{Script=Han}[^\n]*/gu) ?? []).toEqual([]);
    expect(report.fileName).toBe("Policy Report-North works-2026-03-16");
  });
});

describe("what somebody stated", () => {
  const statedBy = (by: string, renewal: string) => ({
    place: { renewal_unit: { value: renewal, source: "reported", by, at: "2026-03-01" } },
  });

  test("stands with its source, who said it and when; an estimate as one", () => {
    const facts = { ...statedBy("东街公司", "东街单元"), project: factory.project };
    const text = textOf(chapter(reportDocument(givenOf({ facts })).parts, "事实与来源"));
    expect(text).toContain("东街单元\n主体填报 · 东街公司 · 2026-03-01");
    expect(textOf(reportDocument(givenOf()).parts)).toContain("300–350 米（估计）");
  });

  test("brings no such character in as the name of a place or of a subject", () => {
    const facts = { buildings: [{ id: "b\u00021", kind: "factory", adds_inner_storey: true }] };
    const given = givenOf({ facts });
    const place = { ...given.answers.place, title: { zh: "北\u0001厂", en: "North" } };
    const report = reportDocument({ ...given, answers: { ...given.answers, place } });
    expect(report.subtitle).toBe("北 厂");
    expect(textOf(report.parts)).toContain("b 1");
    expect([report.fileName, textOf(report.parts)].join()).not.toMatch(/[\u0001\u0002]/);
  });

  test("of a building that has a name is told by it", () => {
    const known = { kind: "factory", adds_inner_storey: true, built_year: 1958 };
    const named = { id: "b1", name: "一号厂房", ...known };
    const { parts } = reportDocument(givenOf({ facts: { buildings: [named] } }));
    const text = textOf([...chapter(parts, "适用的政策"), ...chapter(parts, "事实与来源")]);
    expect(text).toContain("房屋类型 · 一号厂房：厂房");
    expect(text).not.toContain("b1");
    expect(text).toContain("建成年份\n一号厂房\n1958\n");
  });

  test("is cut where it is an essay, and holds nothing that no paper prints", () => {
    const facts = statedBy("a\u0007b", `起\u200b${"长".repeat(500)}`);
    const text = textOf(chapter(reportDocument(givenOf({ facts })).parts, "事实与来源"));
    expect(text).toContain("a b");
    expect(text).toContain("长…");
    expect(text).not.toMatch(/[\u0007\u200b]|长{200}/);
  });

  test("of hundreds of buildings fills no paper: what is left out is counted", () => {
    const buildings = Array.from({ length: 120 }, (_, at) => ({
      id: `b${at}`,
      kind: "factory",
      adds_inner_storey: true,
    }));
    const { parts } = reportDocument(givenOf({ facts: { ...factory, buildings } }));
    const rows = parts.flatMap((part) => (part.kind === "table" ? part.rows : []));
    expect(rows.length).toBeLessThan(600);
    expect(textOf(parts)).toMatch(/另有 \d+ 项事实，本表从略。/);
    expect(textOf(parts)).toContain("120 个中的 120 个");
  });
});

describe("the official text", () => {
  const clauseOf = (sha256: string) => [
    { document: "bj-toolbox-1.0", item: "1", text: "甲\n乙", sha256 },
    { document: "bj-toolbox-1.0", item: "75", text: "不相干", sha256 },
  ];

  test("is quoted where it was imported, and only of what applies", () => {
    const sha256 = book.source.measures.find(({ value }) => value.id === "toolbox-1.0/01")?.value;
    invariant(sha256, "the pack has the measure");
    const report = reportDocument(givenOf({ clauses: clauseOf(sha256.cite.sha256) }));
    const text = textOf(chapter(report.parts, "官方文本"));
    expect(text).toBe("〔工具箱·1〕甲 乙");
    expect(chapter(reportDocument(givenOf()).parts, "官方文本")).toEqual([]);
  });

  test("that changed since it was encoded is told", () => {
    const report = reportDocument(givenOf({ clauses: clauseOf("0".repeat(64)) }));
    expect(textOf(chapter(report.parts, "官方文本"))).toContain("不一致，须核对");
  });
});
