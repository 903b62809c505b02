import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../base/invariant.ts";
import {
  conditions,
  evaluate,
  evaluateAll,
  evaluateRule,
  explain,
  levels,
  libraryOf,
  readCase,
  verdicts,
  whyNot,
  type Case,
} from "../../rules/index.ts";
import { homeFolder } from "../../store/home.ts";
import { openBook } from "../actions.ts";
import { answersFor } from "./answers.ts";
import type { Book } from "./book.ts";
import { canonical } from "./replay.ts";

const asOf = "2026-03-16";
let book: Book;
let cases: Case[];

beforeAll(async () => {
  const opened = await openBook(join(homeFolder(), "packs"), "beijing");
  invariant(opened.ok, "the shipped pack compiles");
  book = opened.value;
  // Every eighth is enough to meet each kind of project, and keeps this test among the quick ones.
  const some = book.source.projects.filter((_, index) => index % 8 === 0);
  cases = some.map(({ value }) => {
    const read = readCase(book.program, { id: value.id, facts: value.facts });
    invariant(read.ok, `the facts of ${value.id} are read`);
    return read.value;
  });
});

describe("the shipped pack over its named projects", () => {
  test("answers one rule exactly as the whole report does", () => {
    for (const facts of cases) {
      for (const verdict of evaluate(book.program, facts, { asOf }).verdicts) {
        const { rule, subject } = verdict;
        expect(evaluateRule(book.program, facts, { asOf, rule, subject })).toEqual(verdict);
      }
    }
  });

  test("answers the same on all three engines, byte for byte", () => {
    for (const facts of cases) {
      const [reference, closures, generated] = (
        ["reference", "closures", "generated"] as const
      ).map((engine) => canonical(evaluate(book.program, facts, { asOf, engine })));
      expect(closures).toBe(reference);
      expect(generated).toBe(reference);
    }
  });

  test("has the same verdicts in columns as case by case", () => {
    const { rules, library } = evaluateAll(book.program, libraryOf(book.program, cases), { asOf });
    const inColumns = book.program.rules.flatMap(({ id, level }, index) => {
      const { cases: owners } = library.levels[levels.indexOf(level)]!;
      return [...owners].map((owner, at) => ({
        case: cases[owner]?.id,
        rule: id,
        condition: conditions[rules[index]!.condition[at]!],
        verdict: verdicts[rules[index]!.verdict[at]!],
      }));
    });
    const oneByOne = cases.flatMap((facts) =>
      evaluate(book.program, facts, { asOf }).verdicts.map(({ rule, condition, verdict }) => ({
        case: facts.id,
        rule,
        condition,
        verdict,
      })),
    );
    const inOrder = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
    expect(inOrder(inColumns)).toEqual(inOrder(oneByOne));
  });

  test("explains every verdict in both languages", () => {
    for (const facts of cases) {
      for (const { rule, subject } of evaluate(book.program, facts, { asOf }).verdicts) {
        const { sentence, tree } = explain(book.program, facts, { rule, subject, asOf });
        expect(sentence.zh.length * sentence.en.length).toBeGreaterThan(0);
        expect(tree.text.zh.length * tree.text.en.length).toBeGreaterThan(0);
      }
    }
  });

  test("asks at most six questions, each a different fact that may be asked", () => {
    for (const facts of cases) {
      const place = {
        kind: "none",
        title: { zh: "无", en: "none" },
        synthetic: false,
        path: [],
      } as const;
      const options = { asOf, skip: [], place: { ...place, path: [] } };
      const { questions, report } = answersFor(book.program, facts, options);
      expect(questions.length).toBeLessThanOrEqual(6);
      expect(new Set(questions.map(({ fact }) => fact)).size).toBe(questions.length);
      expect(report.next).toEqual(questions[0] ?? null);
    }
  });
});

describe("the shipped pack over a building", () => {
  test("proposes no change that does not make the rule apply", () => {
    const read = readCase(book.program, {
      id: "factory",
      facts: { buildings: [{ id: "b1", kind: "walk-up dwelling", floors: 6 }] },
    });
    invariant(read.ok, "the facts are read");
    const missed = evaluate(book.program, read.value, { asOf }).verdicts.filter(
      ({ verdict }) => verdict === "does_not_apply",
    );
    expect(missed.length).toBeGreaterThan(0);
    for (const { rule, subject } of missed) {
      const { changes, none } = whyNot(book.program, read.value, { rule, subject, asOf });
      expect(changes.length > 0).toBe(none === undefined);
    }
  });
});
