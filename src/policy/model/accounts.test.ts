import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../base/invariant.ts";
import { homeFolder } from "../../store/home.ts";
import { openBook } from "../actions.ts";
import { citedClauses } from "./accounts.ts";
import type { Book } from "./book.ts";
import type { Clause } from "./clause.ts";
import { knownDocuments } from "./corpus/known.ts";
import { checkClause } from "./figures.ts";
import { measuresLine, summaries } from "./summary.ts";

let book: Book;

beforeAll(async () => {
  const opened = await openBook(join(homeFolder(), "packs"), "beijing");
  invariant(opened.ok, "the shipped pack compiles");
  book = opened.value;
}, 60_000);

describe("what the shipped pack holds", () => {
  test("is counted document by document, the toolbox first", () => {
    const [toolbox, ...others] = summaries(book.source);
    expect(toolbox && measuresLine(toolbox)).toBe(
      "75 measures: 41 full, 20 pilot, 14 exploratory; 9/16/10/8/9/9/14 by mechanism",
    );
    expect(Object.fromEntries(others.map((one) => [one.document, one]))).toMatchObject({
      "bj-action-plan-2021": {
        tasks: 27,
        groups: [6, 5, 8, 3, 5],
        campaigns: 6,
        targets: 12,
        paths: 4,
      },
      "cn-opinion-2025": { measures: 5, tasks: 14, groups: [8, 6] },
      "cn-practices-1": { cards: [3, 10, 30], answering: 9 },
    });
  });

  test("is cited clause by clause, once for each, with all that rests on it", () => {
    const clauses = citedClauses(book.source);
    const places = clauses.map(({ document, item }) => `${document} ${item}`);
    expect(new Set(places).size).toBe(places.length);
    const shared = clauses.find(
      ({ document, item }) => document === "cn-opinion-2025" && item === "3.2",
    );
    expect(shared?.accounts.map(({ id }) => id)).toEqual([
      "opinion-2025/3.2",
      "opinion-2025/task-3.2",
    ]);
  });
});

const seeds = join(homeFolder(), "..", "shared", "seeds");
const isHere = existsSync(seeds);
const cure = "put the source documents into ../shared/seeds, beside this folder";
const title = "the texts that the pack cites";

/** The words by which a plan forbids. */
const bans = /禁止|严禁|不得|不宜/;

function importedClauses(): Clause[] {
  const files = readdirSync(seeds).filter((name) => /^00[0-4]_/.test(name));
  return files.flatMap((name): readonly Clause[] => {
    const text = readFileSync(join(seeds, name), "utf8");
    const known = knownDocuments(book.source, { name, text });
    invariant(known.ok, `${name} is read`);
    return known.value.flatMap((document) => document.clauses);
  });
}

describe.skipIf(!isHere)(isHere ? title : `${title}: to run, ${cure}`, () => {
  test("have every numeral and every word of force accounted for, document by document", () => {
    const clauses = importedClauses();
    const reports = citedClauses(book.source).map(({ document, item, accounts }) => {
      const clause = clauses.find((one) => one.document === document && one.item === item);
      return { document, item, report: clause && checkClause(clause.text, accounts) };
    });
    const open = reports.filter(({ report }) => report?.findings.length !== 0);
    expect(open).toEqual([]);
    const words = reports.reduce((sum, { report }) => sum + (report?.words ?? 0), 0);
    expect(words).toBeGreaterThan(120);
  });

  test("leave out no clause by which a plan that binds places forbids anything", () => {
    const binding = book.source.documents
      .filter(({ value }) => value.mechanisms.some(({ id }) => id === "place"))
      .map(({ value }) => value.id);
    expect(binding).toHaveLength(3);
    const cited = new Set(
      citedClauses(book.source).map(({ document, item }) => `${document} ${item}`),
    );
    const forbidding = importedClauses().filter(
      ({ document, text }) => binding.includes(document) && bans.test(text),
    );
    expect(forbidding.length).toBeGreaterThan(10);
    const uncited = forbidding.map(({ document, item }) => `${document} ${item}`);
    expect(uncited.filter((place) => !cited.has(place))).toEqual([]);
  });
});
