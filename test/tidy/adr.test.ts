import { describe, expect, test } from "vitest";
import { paths, read } from "./sources.ts";

const folder = "docs/decisions/";
const records = paths().filter((path) => path.startsWith(folder) && !path.endsWith("/README.md"));

const form = new RegExp(
  [
    /^# (?<number>\d{4})\. (?<title>[^\n]+)/,
    /Date: \d{4}-\d{2}-\d{2}\. Status: (?:accepted|superseded by \d{4})\./,
    /## Context/,
    /[^#]+/,
    /## Decision/,
    /[^#]+/,
    /## Consequences/,
    /(?<consequences>[^#]+)\n$/,
  ]
    .map((part) => part.source)
    .join("\n\n"),
);

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/(^-|-$)/g, "");

/** What is wrong with one record: its form, its name, its length, or its honesty. */
function faultsOf(path: string, text: string): string[] {
  const parts = form.exec(text)?.groups;
  if (!parts) return [`${path}: needs Date and Status, then Context, Decision, Consequences`];
  const { number = "", title = "", consequences = "" } = parts;
  const expected = `${folder}${number}-${slug(title)}.md`;
  return [
    ...(path === expected ? [] : [`${path}: its title makes it ${expected}`]),
    ...(text.split("\n").length > 61 ? [`${path}: more than 60 lines`] : []),
    ...(/^- Bad: .{20,}/m.test(consequences) ? [] : [`${path}: names no cost ("- Bad: …")`]),
    ...(/^- Good: .{20,}/m.test(consequences) ? [] : [`${path}: names no gain ("- Good: …")`]),
  ];
}

describe("decision records", () => {
  test("have one form, at most 60 lines, and admit a cost", () => {
    expect(records.flatMap((path) => faultsOf(path, read(path)))).toEqual([]);
    expect(records.length).toBeGreaterThan(10);
  });

  test("are numbered without a gap", () => {
    const numbers = records.map((path) => Number(path.slice(folder.length, folder.length + 4)));
    const sorted = [...numbers].sort((a, b) => a - b);
    expect(sorted).toEqual(sorted.map((_, index) => index + 1));
  });

  test("are all in the index", () => {
    const index = read(`${folder}README.md`);
    const names = records.map((path) => path.slice(folder.length));
    expect(names.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });
});

describe("the form of a record", () => {
  const path = `${folder}0001-areas-are-whole-numbers.md`;
  const record =
    "# 0001. Areas are whole numbers\n\n" +
    "Date: 2026-11-21. Status: accepted.\n\n## Context\n\nC.\n\n" +
    "## Decision\n\nD.\n\n## Consequences\n\n- Good: sums are exact to the last digit.\n" +
    "- Bad: every edge converts, and a forgotten one is a factor of 100.\n";

  test("lets a whole record pass", () => {
    expect(faultsOf(path, record)).toEqual([]);
  });

  test.each([
    ["no cost", path, record.replace("- Bad:", "- Also:")],
    ["another name", path.replace("0001", "0002"), record],
    ["no context", path, record.replace("## Context\n\nC.\n\n", "")],
    ["61 lines", path, record.replace("C.\n", "C.\n".repeat(50))],
  ])("finds fault with a record with %s", (_, where, text) => {
    expect(faultsOf(where, text)).toHaveLength(1);
  });
});
