import type { RequirementLine, RuleItem, Sections } from "../../../rules/index.ts";
import { forceWords } from "../wording.ts";
import { citedTitle, type Desk } from "./given.ts";
import { amountText } from "./lines.ts";
import { plain, table, type Part } from "./parts.ts";
import { requirementWords, stackWords } from "./words.ts";

/** One thing that is due, with every rule that it comes from. */
type Due = {
  readonly line: RequirementLine;
  readonly isNow: boolean;
  readonly from: Set<string>;
};

const requirementsOf = (item: RuleItem): RequirementLine[] =>
  item.verdicts
    .filter(({ verdict }) => verdict === item.verdict)
    .flatMap(({ effects }) => effects.flatMap(({ requires = [] }) => requires));

/** What rules that apply or may apply come with, each thing once; what is due now first. */
function duesOf(desk: Desk, { applies, undecided }: Sections): Due[] {
  const dues = new Map<string, Due>();
  for (const item of [...applies, ...undecided]) {
    const isNow = item.verdict === "applies";
    const from = citedTitle(desk, item.first);
    for (const line of requirementsOf(item)) {
      const key = `${isNow} ${line.kind} ${line.id} ${line.force}`;
      const due = dues.get(key) ?? { line, isNow, from: new Set() };
      due.from.add(from);
      dues.set(key, due);
    }
  }
  return [...dues.values()];
}

/** Approvals, documents, agreements and duties, with what they come from. */
export function dutyParts(desk: Desk, sections: Sections): Part[] {
  const rows = duesOf(desk, sections).map(({ line, isNow, from }) => [
    plain(desk.say(line.title)),
    plain(desk.say(requirementWords[line.kind])),
    plain(desk.say(forceWords[line.force])),
    plain(desk.list([...from])),
    plain(desk.word(isNow ? "dutyNow" : "dutyIf")),
  ]);
  const columns = [
    { title: desk.word("deed"), share: 28 },
    { title: desk.word("kind"), share: 13 },
    { title: desk.word("force"), share: 10 },
    { title: desk.word("from"), share: 33 },
    { title: desk.word("state"), share: 16 },
  ];
  return rows.length > 0 ? [table(columns, rows, "small")] : [];
}

/** How the rules that speak here go together; of those that decide one thing, which one counts. */
export function combinationParts(desk: Desk, { applies, undecided }: Sections): Part[] {
  const speaking = new Map([...applies, ...undecided].map((item) => [item.rule, item]));
  const seen = new Set<string>();
  const lines = desk.given.answers.report.combinations.filter(({ id, rules }) => {
    const members = rules.filter((rule) => speaking.has(rule));
    const isFirst = !seen.has(id);
    seen.add(id);
    return isFirst && members.length > 1;
  });
  // What members that are still open might add is no figure of the place.
  const isSettled = (rules: readonly string[]): boolean =>
    rules.every((rule) => speaking.get(rule)?.verdict !== "undecided");
  const rows = lines.map(({ rules, stack, because, amount, unit = "" }) => [
    rules.flatMap((rule) => {
      const item = speaking.get(rule);
      return item ? [{ text: desk.say(item.first.title) }] : [];
    }),
    [
      { text: desk.say(stackWords[stack]), tone: "strong" as const },
      ...(amount && isSettled(rules) ? [{ text: amountText(desk, amount, unit) }] : []),
    ],
    plain(desk.say(because)),
  ]);
  const columns = [
    { title: desk.word("members"), share: 34 },
    { title: desk.word("together"), share: 18 },
    { title: desk.word("because"), share: 48 },
  ];
  return rows.length > 0 ? [table(columns, rows, "small")] : [];
}
