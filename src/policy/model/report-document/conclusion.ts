import { bilingual, type Bilingual } from "../../../base/message.ts";
import type { BoundAnswer, EffectLine, RuleItem, Sections } from "../../../rules/index.ts";
import { headings } from "../wording.ts";
import { citedTitle, missingLabel, subjectName, type Desk } from "./given.ts";
import { amountText, deedLine, isOpen, missingOf } from "./lines.ts";
import { paragraph, plain, table, type Part } from "./parts.ts";
import { openMatters } from "./open.ts";

/** Facts that the conclusion asks for by name: those that most rules wait for. */
const askedMax = 6;
/** Policies that the conclusion names; the chapter on them has all. */
const namedMax = 12;
const nearMax = 3;

type Counts = Record<"total" | "applies" | "undecided" | "not", number>;

const counted = ({ total, applies, undecided, not }: Counts): Bilingual =>
  bilingual(
    `与本项目有关的规则共 ${total} 条：${applies} 条适用，${undecided} 条未定，${not} 条不适用。`,
    `Of ${total} rules that concern the project, ${applies} apply, ${undecided} are undecided and ${not} do not apply.`,
  );

const apart = (count: number): Bilingual =>
  bilingual(
    `另有 ${count} 条探索性规则，尚未施行，不计入任何合计。`,
    `${count} exploratory rules are not in force and stand in no total.`,
  );

function countsPart(desk: Desk, sections: Sections): Part {
  const { answers } = desk.given;
  const [applies, undecided] = [sections.applies.length, sections.undecided.length];
  const not = sections.not.length;
  const total = applies + undecided + not;
  const said = counted({ total, applies, undecided, not });
  const exploratory = sections.exploratory.length;
  const whole = [
    bilingual(
      `按 ${answers.report.asOf} 的政策和本报告所列事实测算，`,
      `Worked out from the policies of ${answers.report.asOf} and the facts listed here. `,
    ),
    said,
    ...(exploratory > 0 ? [bilingual("", " "), apart(exploratory)] : []),
  ];
  return paragraph(whole.map(desk.say).join(""));
}

const deedsOf = (desk: Desk, { first }: RuleItem): string =>
  desk.clauses(first.effects.map((effect) => deedLine(desk, effect).text)) +
  (desk.locale === "zh" ? "。" : ".");

const nameOf = (desk: Desk, { first }: RuleItem): string => citedTitle(desk, first);

/** What applies, each in a line: the officer need not look further to know it. */
function appliesParts(desk: Desk, items: readonly RuleItem[]): Part[] {
  if (items.length === 0) return [paragraph(desk.word("nothingApplies"))];
  const lines = items.slice(0, namedMax).map((item, index) => {
    const name = nameOf(desk, item);
    const number = desk.locale === "zh" ? `${index + 1}．` : `${index + 1}. `;
    return paragraph(`${number}${desk.named(name, deedsOf(desk, item))}`, "item");
  });
  const rest = items.length - namedMax;
  const more = bilingual(`另有 ${rest} 条，见下章。`, `${rest} more stand in the next chapter.`);
  return [...lines, ...(rest > 0 ? [paragraph(desk.say(more), "item")] : [])];
}

/** Whether it is a bottom line: what it prohibits cannot be done. */
const prohibits = ({ kind, force }: EffectLine): boolean => kind === "prohibit" && force === "must";

function boundsBy(
  items: readonly RuleItem[],
  consequence: NonNullable<BoundAnswer["consequence"]>,
): string[] {
  const all = items.flatMap(({ verdicts }) => verdicts.flatMap(({ effects }) => effects));
  return all
    .flatMap(({ bounds = [] }) => bounds)
    .filter((bound) => bound.answer === "exceeded" && bound.consequence === consequence)
    .map(({ id }) => id);
}

/** What stands in the way: bottom lines touched, and limits that only a deliberation can lift. */
function obstacleParts(desk: Desk, { applies, undecided }: Sections): Part[] {
  const speaking = [...applies, ...undecided].filter(({ first }) => first.in_force);
  const refused = boundsBy(speaking, "refused").length;
  const deliberated = boundsBy(speaking, "deliberation").length;
  const forbidden = applies.filter(({ first }) => first.effects.some(prohibits));
  const said = [
    ...(refused > 0
      ? [
          bilingual(
            `${refused} 处超出必须遵守的界限，不予支持。`,
            `${refused} limits that must be kept are exceeded: refused.`,
          ),
        ]
      : []),
    ...(deliberated > 0
      ? [
          bilingual(
            `${deliberated} 处超出原则上的界限，须提交会商。`,
            `${deliberated} limits in principle are exceeded: to deliberation.`,
          ),
        ]
      : []),
    ...forbidden.map(({ first }) =>
      bilingual(`禁止性规定适用：${first.title.zh}。`, `A prohibition applies: ${first.title.en}.`),
    ),
  ];
  return said.map((text) => paragraph(desk.say(text), "item"));
}

/** The policies that need least to be settled, each with what it waits for. */
function nearestPart(desk: Desk, { undecided }: Sections): Part[] {
  const near = undecided
    .slice(0, nearMax)
    .map((item) =>
      desk.aside(
        nameOf(desk, item),
        desk.named(desk.word("missing"), desk.list(missingOf(desk, item))),
      ),
    );
  if (near.length === 0) return [];
  const names = desk.clauses(near);
  const said = bilingual(`最接近有结论的是：${names}。`, `Nearest to an answer: ${names}.`);
  return [paragraph(desk.say(said))];
}

function askedPart(desk: Desk, sections: Sections): Part[] {
  const matters = openMatters(sections.undecided).slice(0, askedMax);
  if (matters.length === 0) return [];
  const names = desk.list(matters.map(({ missing }) => missingLabel(desk, missing)));
  const said = bilingual(
    `牵动规则最多、宜先补齐的是：${names}。`,
    `Most rules wait for these, to be supplied first: ${names}.`,
  );
  return [paragraph(desk.say(said))];
}

/** Amounts by account, of what is in force; one of which nothing is known has no row. */
function totalsParts(desk: Desk): Part[] {
  const totals = desk.given.answers.report.totals.filter(({ amount }) => !isOpen(amount));
  if (totals.length === 0) return [];
  const rows = totals.map(({ title, subject, amount, unit }) => [
    plain(desk.say(title)),
    plain(subjectName(desk, subject)),
    plain(amountText(desk, amount, unit)),
  ]);
  const columns = [
    { title: desk.word("account"), share: 50 },
    { title: desk.word("subject"), share: 20 },
    { title: desk.word("amount"), share: 30, align: "end" },
  ] as const;
  return [paragraph(desk.say(headings.totals), "note"), table(columns, rows)];
}

/** The answer in front: what applies, what is in the way, what it adds up to, what to supply. */
export const conclusionParts = (desk: Desk, sections: Sections): Part[] => [
  countsPart(desk, sections),
  ...appliesParts(desk, sections.applies),
  ...obstacleParts(desk, sections),
  ...totalsParts(desk),
  ...nearestPart(desk, sections),
  ...askedPart(desk, sections),
];
