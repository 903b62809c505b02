import { bilingual } from "../../base/message.ts";
import { readsAndSplits } from "../compile/splits.ts";
import type { Program, RuleIr } from "../ir.ts";
import { dayBeside, ways } from "./steps.ts";
import { effectVariants, type Speaking } from "./effect-variants.ts";
import type { Mutant } from "./mutant.ts";
import { rewritings } from "./rewriting.ts";
import { tellBecomes, tellDropped, voiceIn } from "./telling.ts";
import { exchanged, type Variant } from "./variant.ts";

type Rules = readonly (Variant<RuleIr> & { readonly by: RuleIr })[];

/** Every slip in one rule. What it reads is found anew, since a slip may read more or less. */
export function ruleMutants(program: Program, rule: RuleIr): readonly Mutant[] {
  const speaking = { program, voice: voiceIn(program) };
  const variants = [
    ...conditionVariants(rule, speaking),
    ...effectsVariants(rule, speaking),
    ...textVariants(rule),
    ...overrideVariants(rule, program),
    ...sinceVariants(rule),
    ...markVariants(rule),
  ];
  return variants.map(({ id, by, text }) => ({
    id: `${rule.id}#${id}`,
    of: rule.id,
    text,
    slip: { kind: "rules", rules: [{ ...by, ...readsAndSplits(by, program.facts) }] },
  }));
}

const conditionLabel = bilingual("条件", "condition");

function conditionVariants(rule: RuleIr, { voice }: Speaking): Rules {
  const { condition } = rule;
  if (!condition) return [];
  const always = bilingual("整个条件", "the whole condition");
  const place = { id: "when", label: conditionLabel };
  return [
    {
      id: "when:drop",
      by: { ...rule, condition: undefined },
      text: tellDropped(conditionLabel, always),
    },
    ...rewritings(condition, place, voice).map(({ node, ...rest }) => ({
      ...rest,
      by: { ...rule, condition: node },
    })),
  ];
}

function effectsVariants(rule: RuleIr, speaking: Speaking): Rules {
  const { effects } = rule;
  return effects.flatMap((effect, at) =>
    effectVariants(effect, `effects.${at}`, speaking).map(({ by, ...rest }) => ({
      ...rest,
      by: { ...rule, effects: exchanged({ list: effects, at }, by) },
    })),
  );
}

/** A text that the rule waits for, taken for one that is at hand. */
function textVariants(rule: RuleIr): Rules {
  const label = bilingual("待录入的文本", "text that it waits for");
  return rule.needsTexts.map((text, at) => ({
    id: `needs_text.${at}:drop`,
    by: { ...rule, needsTexts: rule.needsTexts.toSpliced(at, 1) },
    text: tellDropped(label, bilingual(text, text)),
  }));
}

function overrideVariants(rule: RuleIr, { rules }: Program): Rules {
  const label = bilingual("让位的规则", "rule that gives way");
  return rule.overrides.map((other, at) => {
    const id = rules[other]?.id ?? "";
    return {
      id: `overrides.${id}:drop`,
      by: { ...rule, overrides: rule.overrides.toSpliced(at, 1) },
      text: tellDropped(label, bilingual(id, id)),
    };
  });
}

/** In force from a day earlier or later, or until then. */
function sinceVariants(rule: RuleIr): Rules {
  const { since, until } = rule;
  const started = bilingual("施行日", "first day in force");
  const ended = bilingual("失效日", "first day no longer in force");
  const known = since === "unknown" ? [] : ways.map((way) => dayBeside(since, way));
  const over = until === undefined ? [] : ways.map((way) => dayBeside(until, way));
  return [
    ...known.map((day) => ({
      id: `since:${day}`,
      by: { ...rule, since: day },
      text: tellBecomes(started, bilingual(since, since), bilingual(day, day)),
    })),
    ...over.map((day) => ({
      id: `until:${day}`,
      by: { ...rule, until: day },
      text: tellBecomes(ended, bilingual(until ?? "", until ?? ""), bilingual(day, day)),
    })),
  ];
}

/** Its warning that it rests on an excerpt, forgotten. */
function markVariants(rule: RuleIr): Rules {
  if (!rule.unverified) return [];
  const label = bilingual("提示", "warning");
  const text = tellDropped(label, bilingual("尚未核对原文", "not yet read in the primary text"));
  return [{ id: "unverified:drop", by: { ...rule, unverified: false }, text }];
}
