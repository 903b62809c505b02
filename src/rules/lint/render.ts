import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import { namedClause } from "./telling.ts";
import type { LintCode, LintFinding, LintProof, Shown } from "./finding.ts";

/** What each kind of finding is called. */
export const lintTitles: Readonly<Record<LintCode, Bilingual>> = {
  not_built: bilingual("编译不通过", "does not build"),
  overlap: bilingual("重叠而无次序", "overlap without an order"),
  gap: bilingual("空档", "gap"),
  never_met: bilingual("不可能满足的条件", "condition that is never met"),
  always_met: bilingual("总是满足的条件", "condition that is always met"),
  idle_part: bilingual("不起作用的部分", "part that changes nothing"),
  figures_differ: bilingual("数字不一致", "figures that differ"),
  unit_clash: bilingual("单位不一", "clash of units"),
  unused_parameter: bilingual("没有用到的参数", "unused parameter"),
  figure_uncited: bilingual("没有出处的数字", "uncited figure"),
  fact_unsupplied: bilingual("无处可得的事实", "fact that nobody supplies"),
  fact_unread: bilingual("没有用到的事实", "fact that nothing reads"),
};

const proofs: Readonly<Record<LintProof, Bilingual>> = {
  case: bilingual("下面的情形就是证明", "the case below shows it"),
  splitting: bilingual("把全部情形逐块证明", "proved by going through every case"),
  text: bilingual("从政策包的文字看出", "seen in the text of the pack"),
  not_proved: bilingual("未能证明", "not proved"),
};

const conditions: Readonly<Record<Shown["condition"], Bilingual>> = {
  met: bilingual("条件满足", "condition met"),
  not_met: bilingual("条件不满足", "condition not met"),
  open: bilingual("条件未定", "condition open"),
};

const verdicts: Readonly<Record<Shown["verdict"], Bilingual>> = {
  applies: bilingual("适用", "applies"),
  does_not_apply: bilingual("不适用", "does not apply"),
  undecided: bilingual("未定", "undecided"),
};

const words = {
  case: bilingual("情形", "case"),
  clauses: bilingual("条款", "clauses"),
  on: bilingual("法律时点", "on"),
  compiler: bilingual("编译器也这样说", "the compiler says so too"),
};

function shownText({ rule, subject, condition, verdict }: Shown, locale: Locale): string {
  const who = subject === "project" ? rule : `${rule}@${subject}`;
  return `    ${who}: ${conditions[condition][locale]}, ${verdicts[verdict][locale]}`;
}

function clausesText({ clauses }: LintFinding, locale: Locale): readonly string[] {
  if (clauses.length === 0) return [];
  const named = clauses.map((one) => namedClause(one)[locale]);
  const sign = { zh: "、", en: ", " }[locale];
  return [`  ${words.clauses[locale]}: ${named.join(sign)}`];
}

/** A finding as a terminal shows it, in one language. */
export function renderFinding(finding: LintFinding, locale: Locale): string {
  const { id, code, proof, compiler, text, example } = finding;
  const says = compiler ? `; ${words.compiler[locale]} [${compiler}]` : "";
  const head = [
    `${lintTitles[code][locale]}: ${text[locale]}`,
    `  ${id}`,
    `  = ${proofs[proof][locale]}${says}`,
    ...clausesText(finding, locale),
  ];
  if (!example) return head.join("\n");
  const day = `(${words.on[locale]} ${example.asOf})`;
  return [
    ...head,
    `  ${words.case[locale]} ${day}: ${example.text[locale]}`,
    ...example.shows.map((one) => shownText(one, locale)),
  ].join("\n");
}
