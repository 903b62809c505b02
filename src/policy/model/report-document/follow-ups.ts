import type { RequirementLine, RuleItem, Sections } from "../../../rules/index.ts";
import { forceWords } from "../wording.ts";
import { clauseLabel, type Desk } from "./given.ts";
import { amountText } from "./lines.ts";
import { plain, table, type Part } from "./parts.ts";
import { requirementWords, stackWords } from "./words.ts";

type Due = { readonly line: RequirementLine; readonly item: RuleItem; readonly isNow: boolean };

/** What rules that apply or may apply come with, each thing once a rule; what is due now first. */
function duesOf({ applies, undecided }: Sections): Due[] {
  const dues = new Map<string, Due>();
  const speaking = [...applies, ...undecided];
  const lines = speaking.flatMap((item) =>
    item.verdicts
      .filter(({ verdict }) => verdict === item.verdict)
      .flatMap(({ effects }) => effects.flatMap(({ requires = [] }) => requires))
      .map((line) => ({ line, item, isNow: item.verdict === "applies" })),
  );
  for (const due of lines) {
    const key = `${due.item.rule} ${due.line.kind} ${due.line.id}`;
    if (!dues.has(key)) dues.set(key, due);
  }
  return [...dues.values()];
}

/** Approvals, documents, agreements and duties, with what they come from. */
export function dutyParts(desk: Desk, sections: Sections): Part[] {
  const rows = duesOf(sections).map(({ line, item: { first }, isNow }) => [
    plain(desk.say(line.title)),
    plain(desk.say(requirementWords[line.kind])),
    plain(desk.say(forceWords[line.force])),
    plain(`${desk.say(first.title)}${clauseLabel(desk, first.cite)}`),
    plain(desk.word(isNow ? "dutyNow" : "dutyIf")),
  ]);
  const columns = [
    { title: desk.word("deed"), share: 34 },
    { title: desk.word("kind"), share: 9 },
    { title: desk.word("force"), share: 11 },
    { title: desk.word("from"), share: 31 },
    { title: desk.word("state"), share: 15 },
  ];
  return rows.length > 0 ? [table(columns, rows)] : [];
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
  const rows = lines.map(({ rules, stack, because, amount, unit = "" }) => [
    rules.flatMap((rule) => {
      const item = speaking.get(rule);
      return item ? [{ text: desk.say(item.first.title) }] : [];
    }),
    [
      { text: desk.say(stackWords[stack]), tone: "strong" as const },
      ...(amount ? [{ text: amountText(desk, amount, unit) }] : []),
    ],
    plain(desk.say(because)),
  ]);
  const columns = [
    { title: desk.word("members"), share: 34 },
    { title: desk.word("together"), share: 18 },
    { title: desk.word("because"), share: 48 },
  ];
  return rows.length > 0 ? [table(columns, rows)] : [];
}
