import { bilingual } from "../../base/message.ts";
import { factAt } from "../case/dictionary.ts";
import type { FactState } from "../case/model.ts";
import { childrenOf } from "../check/tree.ts";
import { nodesOf } from "../compile/splits.ts";
import { isAskable } from "../ask/candidate.ts";
import type { FactIr, Node, Program, RuleIr } from "../ir.ts";
import { completed, tryCase } from "./example.ts";
import type { LintFinding, Supplies } from "./finding.ts";
import { search } from "./search.ts";
import { standing, type States, type Study } from "./study.ts";
import { clausesOf, ruleText } from "./telling.ts";

/** Facts that rules wait for and nobody can state, and facts that no rule asks for. */
export const factFindings = (study: Study, supplies: Supplies): readonly LintFinding[] => {
  const read = readBy(study.law);
  return study.law.facts.flatMap((fact, index) => {
    if (!read.has(index)) return isReadByName(study.law, fact) ? [] : unread(study, index);
    return isSupplied(fact, supplies) ? [] : unsupplied(study, index);
  });
};

/** Somebody can be asked, the register has a field, or the map a layer. */
function isSupplied(fact: FactIr, { registry, layers }: Supplies): boolean {
  const { source, map, derived } = fact.definition;
  if (derived !== undefined || isAskable(fact)) return true;
  const isRegistered = source.includes("registry") && (registry?.has(fact.id) ?? true);
  const isMapped = source.includes("map") && map !== undefined && (layers?.has(map.layer) ?? true);
  return isRegistered || isMapped;
}

const factsIn = (node: Node): readonly number[] => [
  ...(node.op === "fact" ? [node.fact] : []),
  ...childrenOf(node).flatMap(factsIn),
];

/** The facts that rules, their sentences and the caps of combinations read. */
function readBy({ rules, combinations }: Program): ReadonlySet<number> {
  const ofRules = rules.flatMap((rule) => [
    ...rule.reads,
    ...rule.effects.flatMap(({ wish }) => wish ?? []),
    ...nodesOf(rule).flatMap(factsIn),
    ...(rule.because?.holes ?? []).flatMap(({ node }) => factsIn(node)),
  ]);
  const ofCaps = combinations.flatMap(({ cap }) => (cap ? factsIn(cap.limit) : []));
  return new Set([...ofRules, ...ofCaps]);
}

/** A derived fact is written out where it stands: only the text of a rule still has its name. */
function isReadByName({ measures, facts, groups }: Program, { id, group, name }: FactIr): boolean {
  const texts = [
    ...[...measures.values()].map(({ rules }) => JSON.stringify(rules ?? [])),
    ...facts.map(({ definition }) => definition.derived ?? ""),
    ...[...groups.values()].flatMap(({ covers = [] }) => covers),
  ];
  return texts.some((text) => text.includes(id) || text.includes(`${group}s.${name}`));
}

/** A case that states this and nothing else: no rule uses it. */
function unread(study: Study, index: number): readonly LintFinding[] {
  const { law } = study;
  const fact = factAt(law, index);
  if (fact.definition.type === "geometry") return [];
  const states: States = new Map(fact.definition.derived ? [] : [[index, someState(fact)]]);
  const tried = tryCase(study, { states, rules: standing(study) });
  if (tried.verdicts.some(({ used }) => used.some((one) => one.fact === fact.id))) return [];
  const { zh, en } = fact.definition.label;
  return [
    {
      id: `fact_unread#${fact.id}`,
      code: "fact_unread",
      proof: "text",
      about: [fact.id],
      clauses: [],
      text: bilingual(
        `没有规则、叠加关系或推算的事实用到“${zh}”（${fact.id}）：说明了它，结论也不变`,
        `no rule, combination or derived fact reads "${en}" (${fact.id}): stating it changes nothing`,
      ),
      example: { ...tried.example, shows: [] },
    },
  ];
}

function someState(fact: FactIr): FactState {
  switch (fact.type.kind) {
    case "boolean":
      return { state: "known", value: true };
    case "enumeration":
      return { state: "known", value: fact.type.options[0] ?? "" };
    case "number":
      return { state: "known", value: fact.min ?? 0 };
    case "date":
      return { state: "known", value: "2025-01-01" };
    case "text":
      return { state: "known", value: "—" };
    case "list":
      return { state: "known", value: [] };
  }
}

/** A case in which all else is known, and a rule still waits for the fact. */
function unsupplied(study: Study, index: number): readonly LintFinding[] {
  const fact = factAt(study.law, index);
  const waiting = standing(study).filter(({ reads }) => reads.includes(index));
  for (const rule of waiting) {
    const tried = waitingCase(study, rule, index);
    if (!tried) continue;
    const [{ zh, en }, by] = [fact.definition.label, ruleText(rule)];
    return [
      {
        id: `fact_unsupplied#${fact.id}`,
        code: "fact_unsupplied",
        proof: "case",
        about: [fact.id, rule.id],
        clauses: clausesOf([rule]),
        text: bilingual(
          `${by.zh}要看“${zh}”（${fact.id}），而登记没有这一栏、图上没有这一层、也没有人被问到：规则一直定不下来`,
          `${by.en} waits for "${en}" (${fact.id}), which no field of the register, no layer and no question supplies: it stays open`,
        ),
        example: tried.example,
      },
    ];
  }
  return [];
}

function waitingCase(study: Study, rule: RuleIr, index: number) {
  const met = rule.condition ? search(study, rule.condition) : undefined;
  const found: States = met?.found ? met.states : new Map();
  const states = new Map(completed(study.law, found, [rule]));
  states.delete(index);
  const tried = tryCase(study, { states, rules: [rule] });
  const { id } = factAt(study.law, index);
  const isOpen = tried.verdicts.some(({ missing }) => missing.some((one) => one.id === id));
  return isOpen ? tried : undefined;
}
