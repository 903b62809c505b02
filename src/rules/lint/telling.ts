import { bilingual, type Bilingual } from "../../base/message.ts";
import { clause, voiceOf } from "../explain/clause.ts";
import type { Node, Program, RuleIr } from "../ir.ts";
import type { Clause } from "./finding.ts";
import type { Study } from "./study.ts";

/** A part of a condition in words. */
export const partText = (study: Study, node: Node): Bilingual =>
  clause(node, voiceOf(study.edition, undefined));

export const clauseOf = ({ cite: { document, item } }: Pick<RuleIr, "cite">): Clause => ({
  document,
  item,
});

/** The clauses of some rules, each once. */
export function clausesOf(rules: readonly Pick<RuleIr, "cite">[]): readonly Clause[] {
  const byName = new Map(rules.map((rule) => [JSON.stringify(clauseOf(rule)), clauseOf(rule)]));
  return [...byName.values()];
}

export const namedClause = ({ document, item }: Clause): Bilingual =>
  bilingual(`${document} 第 ${item} 条`, `item ${item} of ${document}`);

/** A rule by its title, id and clause. */
export function ruleText(rule: RuleIr): Bilingual {
  const cite = namedClause(clauseOf(rule));
  return bilingual(
    `“${rule.title.zh}”（${rule.id}，${cite.zh}）`,
    `"${rule.title.en}" (${rule.id}, ${cite.en})`,
  );
}

/** A figure of the law by its title and name. */
export function figureName(law: Program, index: number): Bilingual {
  const parameter = law.parameters[index];
  const { id = "", title } = parameter ?? {};
  return title
    ? bilingual(`“${title.zh}”（${id}）`, `"${title.en}" (${id})`)
    : bilingual(` ${id} `, id);
}
