import { stringify } from "yaml";
import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import {
  boundaries,
  runCases,
  sideWords,
  type Boundaries,
  type Unguarded,
} from "../../rules/index.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import { nearestOf, type Book } from "../model/book.ts";
import { answering, bookNaming } from "../model/cards.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

const noCase = bilingual("缺用例：", "no case stands ");
const unstated = bilingual(
  "没有用例把其他数字都写明，无法生成",
  "no case states its other figures, so none can be made",
);

function lineOf({ rule, id, text, missing, cases }: Unguarded, locale: Locale): string {
  const sides = missing.map((side) => sideWords[side][locale]).join({ zh: "、", en: ", " }[locale]);
  const why = cases.length === 0 ? `\n      ${unstated[locale]}` : "";
  return `✗ ${rule}  ${text[locale]}\n      ${id}: ${noCase[locale]}${sides}${why}`;
}

/** The cases of each measure, as they would stand in its file. */
function casesText({ unguarded }: Boundaries): string {
  const measureOf = (rule: string) => rule.slice(0, rule.lastIndexOf("/"));
  const measures = [...new Set(unguarded.map(({ rule }) => measureOf(rule)))];
  return measures
    .flatMap((measure) => {
      const own = unguarded.filter(({ rule }) => measureOf(rule) === measure);
      const cases = own.flatMap((one) => one.cases);
      return cases.length > 0 ? [`# ${measure}\n${stringify({ cases })}`] : [];
    })
    .join("");
}

const sumOf = ({ total, guarded, unguarded }: Boundaries): Bilingual => {
  const made = unguarded.reduce((sum, { cases }) => sum + cases.length, 0);
  return bilingual(
    `界线 ${total} 处：${guarded} 处的两侧和界线上都有用例；可补用例 ${made} 个（--cases）`,
    `${total} thresholds: ${guarded} with a case on either side and on it; ` +
      `${made} cases can be added (--cases)`,
  );
};

const namesOf = ({ program }: Book): readonly string[] => [
  ...program.ruleById.keys(),
  ...program.measures.keys(),
];

/** The thresholds of several programs together. */
const joined = (all: readonly Boundaries[]): Boundaries => ({
  total: all.reduce((sum, { total }) => sum + total, 0),
  guarded: all.reduce((sum, { guarded }) => sum + guarded, 0),
  unguarded: all.flatMap(({ unguarded }) => unguarded),
});

/** `zhibu pack boundaries`: the thresholds that no case stands below, at and above. */
export async function runBoundaries(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const [only] = call.words;
  const books = only === undefined ? answering(book.value) : [bookNaming(book.value, only)];
  const names = books.flatMap(namesOf);
  if (only !== undefined && !names.includes(only)) {
    return policyRefused({ code: "rule_missing", rule: only, nearest: nearestOf(only, names) });
  }
  const failed = books.map(({ program }) => runCases(program, { engines: ["closures"] }).failed);
  const failing = failed.reduce((total, count) => total + count, 0);
  if (failing > 0) return policyRefused({ code: "cases_failing", count: failing });
  const found = joined(books.map(({ program }) => boundaries(program, only)));
  const { unguarded } = found;
  const isWriting = call.options["cases"] === true;
  return {
    exit: unguarded.length > 0 ? 2 : 0,
    json: found,
    text: (locale) =>
      isWriting
        ? casesText(found)
        : [...unguarded.map((one) => lineOf(one, locale)), sumOf(found)[locale]].join("\n"),
  };
}

/** `zhibu pack boundaries`. */
export const boundariesCommand = (context: CommandContext): Command => ({
  name: "pack boundaries",
  means: bilingual(
    "哪些界线的两侧和界线上没有用例，并为每处生成用例",
    "thresholds that lack a case below, at or above, and a case for each",
  ),
  takes: [
    {
      name: "id",
      optional: true,
      means: bilingual("举措或规则的编号", "id of a measure or a rule"),
    },
  ],
  options: [
    {
      flags: "--cases",
      means: bilingual(
        "把缺的用例按 YAML 打印，结论由引擎填写，名称标“待核”",
        "print the missing cases as YAML, filled in by the engines, for an author to confirm",
      ),
    },
    packOption,
  ],
  run: (call) => runBoundaries(context, call),
});
