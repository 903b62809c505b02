import type { RuleItem, RuleVerdict } from "../../../rules/index.ts";
import { citedTitle, clauseLabel, leadOf, standingOf, type Desk } from "./given.ts";
import {
  boundLines,
  deedLine,
  effectLines,
  groundLines,
  missingOf,
  orNone,
  reasonLines,
  subjectLines,
} from "./lines.ts";
import { table, type Cell, type Column, type Line, type Part } from "./parts.ts";

/** The policy of a row: its title, its clause and standing. */
const policyCell = (desk: Desk, verdict: RuleVerdict, title: string): Cell => [
  { text: title, tone: "strong" },
  { text: `${clauseLabel(desk, verdict.cite)} ${standingOf(desk, verdict)}` },
];

/** Who is to be asked about a measure. */
function leadLines(desk: Desk, { measure }: RuleVerdict): Line[] {
  const lead = leadOf(desk, measure);
  return lead === "" ? [] : [{ text: desk.named(desk.word("lead"), lead), tone: "faint" }];
}

const columnsOf = (desk: Desk, answer: string): readonly Column[] => [
  { title: desk.word("ordinal"), share: 7, align: "centre" },
  { title: desk.word("policy"), share: 28 },
  { title: answer, share: 65 },
];

const ordinal = (index: number): Cell => [{ text: String(index + 1) }];

/** What applies: a row a rule, with limits, requirements, reasons and the facts behind it. */
export function appliesParts(desk: Desk, items: readonly RuleItem[]): Part[] {
  const rows = items.map((item, index) => {
    const { first } = item;
    const lines = [
      ...first.effects.flatMap((effect) => effectLines(desk, effect)),
      ...subjectLines(desk, item),
      ...reasonLines(desk, first),
      ...groundLines(desk, first),
      ...leadLines(desk, first),
    ];
    return [ordinal(index), policyCell(desk, first, desk.say(first.title)), orNone(desk, lines)];
  });
  return rows.length > 0 ? [table(columnsOf(desk, desk.word("answer")), rows)] : [];
}

type Group = readonly [measure: string, items: readonly RuleItem[]];

/** The rules of each measure together, in the order in which the first of them came. */
function byMeasure(items: readonly RuleItem[]): Group[] {
  const groups = new Map<string, RuleItem[]>();
  for (const item of items) {
    const group = groups.get(item.first.measure);
    if (group) group.push(item);
    else groups.set(item.first.measure, [item]);
  }
  return [...groups];
}

/** The title of a measure; of a pack that has it no more, the title of its rule. */
function measureTitle(desk: Desk, [measure, items]: Group): string {
  const title = desk.measures.get(measure)?.title ?? items[0]?.first.title;
  return title ? desk.say(title) : measure;
}

function conditionalLines(desk: Desk, item: RuleItem): Line[] {
  const { first } = item;
  const deeds = first.effects.map((effect) => deedLine(desk, effect).text);
  const missing = missingOf(desk, item);
  return [
    { text: desk.named(desk.say(first.title), desk.clauses(deeds)), tone: "strong" },
    ...first.effects.flatMap((effect) => boundLines(desk, effect)),
    ...first.reasons.map(({ detail }) => ({ text: desk.say(detail) })),
    ...(missing.length > 0
      ? [{ text: desk.named(desk.word("missing"), desk.list(missing)), tone: "faint" as const }]
      : []),
  ];
}

/** The rows of one measure: the first bears its title, those after it its clause. */
function measureRows(desk: Desk, group: Group, index: number): Cell[][] {
  const [, items] = group;
  return items.map((item, at) => {
    const { first } = item;
    const lines = conditionalLines(desk, item);
    if (at > 0) return [[], [{ text: clauseLabel(desk, first.cite), tone: "faint" }], lines];
    const name = policyCell(desk, first, measureTitle(desk, group));
    return [ordinal(index), name, [...lines, ...leadLines(desk, first)]];
  });
}

/** What would apply: by measure, each rule with what it would give and what it waits for. */
export function conditionalParts(desk: Desk, items: readonly RuleItem[]): Part[] {
  const rows = byMeasure(items).flatMap((group, index) => measureRows(desk, group, index));
  return rows.length > 0 ? [table(columnsOf(desk, desk.word("ifMet")), rows, "small")] : [];
}

/** Why a rule does not apply: what the pack says, else the facts that it was decided by. */
function refusalLines(desk: Desk, { first }: RuleItem): Line[] {
  const reasons = reasonLines(desk, first);
  return reasons.length > 0 ? reasons : groundLines(desk, first);
}

/** What does not apply, in one table: a row a rule, so that none is lost and none takes room. */
export function otherParts(desk: Desk, items: readonly RuleItem[]): Part[] {
  const rows = items.map((item, index) => {
    const { first } = item;
    const name = citedTitle(desk, first);
    return [ordinal(index), [{ text: name }], orNone(desk, refusalLines(desk, item))];
  });
  const columns = [
    { title: desk.word("ordinal"), share: 7, align: "centre" },
    { title: desk.word("policy"), share: 40 },
    { title: desk.word("why"), share: 53 },
  ] as const;
  return rows.length > 0 ? [table(columns, rows, "small")] : [];
}
