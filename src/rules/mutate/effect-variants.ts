import { bilingual, type Bilingual } from "../../base/message.ts";
import type { EffectKind } from "../contract/pack.ts";
import { factAt } from "../case/dictionary.ts";
import type { Voice } from "../explain/voice.ts";
import type { EffectIr, Node, Program } from "../ir.ts";
import { boundVariants } from "./bound-variants.ts";
import { requirementVariants } from "./requirement-variants.ts";
import { rewritings, shifts, type Place } from "./rewriting.ts";
import { stepOf } from "./steps.ts";
import { tellBecomes, tellDropped } from "./telling.ts";
import { dropped, exchanged, forceVariants, type Variant } from "./variant.ts";

/** What each kind of effect is most easily taken for. */
const mistaken: Readonly<Record<EffectKind, EffectKind>> = {
  grant: "limit",
  limit: "grant",
  exempt: "require",
  require: "exempt",
  permit: "prohibit",
  prohibit: "permit",
  count: "notice",
  route: "notice",
  priority: "notice",
  notice: "priority",
};

const kindNames: Readonly<Record<EffectKind, Bilingual>> = {
  grant: bilingual("给予", "grant"),
  limit: bilingual("限定", "limit"),
  exempt: bilingual("免除", "exempt"),
  require: bilingual("要求", "require"),
  permit: bilingual("许可", "permit"),
  prohibit: bilingual("禁止", "prohibit"),
  count: bilingual("计算", "count"),
  route: bilingual("办理路径", "route"),
  priority: bilingual("优先", "priority"),
  notice: bilingual("告知", "notice"),
};

export type Speaking = { readonly program: Program; readonly voice: Voice };
type Effects = readonly Variant<EffectIr>[];

/** Every slip in one effect of a rule. */
export function effectVariants(effect: EffectIr, id: string, speaking: Speaking): Effects {
  const { title } = effect;
  const place: Place = { id, label: bilingual(`效果“${title.zh}”`, `effect "${title.en}"`) };
  return [
    dropped(place, title),
    ...nameVariants(effect, place, speaking),
    ...forceVariants(effect, place),
    ...amountVariants(effect, place, speaking),
    ...partVariants(effect, place, speaking),
  ];
}

/** Of another kind, about another thing, or booked nowhere. */
function nameVariants(effect: EffectIr, { id, label }: Place, { program }: Speaking): Effects {
  const { kind, target, title, account } = effect;
  const other = mistaken[kind];
  const [name, called] = [...program.terms].find(([term]) => term !== target) ?? [];
  const booked = program.terms.get(account ?? "") ?? bilingual(account ?? "", account ?? "");
  return [
    {
      id: `${id}:${other}`,
      by: { ...effect, kind: other },
      text: tellBecomes(label, kindNames[kind], kindNames[other]),
    },
    ...(name !== undefined && called
      ? [
          {
            id: `${id}:target`,
            by: { ...effect, target: name },
            text: tellBecomes(label, title, called),
          },
        ]
      : []),
    ...(account === undefined
      ? []
      : [
          {
            id: `${id}.account:drop`,
            by: { ...effect, account: undefined },
            text: tellDropped(label, booked),
          },
        ]),
  ];
}

/** Another amount, or none; and what is wanted left out of sight. */
function amountVariants(effect: EffectIr, { id, label }: Place, speaking: Speaking): Effects {
  const { amount, wish, bounds, step } = effect;
  const at = { id: `${id}.amount`, label: bilingual(`${label.zh}的数量`, `${label.en}, amount`) };
  const isFree = amount !== undefined || bounds.length === 0;
  const wished = wish === undefined ? undefined : factAt(speaking.program, wish).definition.label;
  return [
    ...(amount ? amounts(amount, at, { speaking, step }) : []).map(({ node, ...rest }) => ({
      ...rest,
      by: { ...effect, amount: node },
    })),
    ...(wished && isFree
      ? [
          {
            id: `${id}.wish:drop`,
            by: { ...effect, wish: undefined },
            text: tellDropped(label, wished),
          },
        ]
      : []),
  ];
}

type Measuring = { readonly speaking: Speaking; readonly step: EffectIr["step"] };

const amounts = (amount: Node, at: Place, { speaking, step }: Measuring) => [
  ...rewritings(amount, at, speaking.voice),
  ...shifts(amount, at, step ?? stepOf(amount)),
];

/** A slip in one of the bounds or requirements. */
function partVariants(effect: EffectIr, { id }: Place, { voice }: Speaking): Effects {
  const { bounds, requires } = effect;
  const bounded = bounds.flatMap((bound, at) => {
    const step = effect.step ?? stepOf(bound.limit);
    return boundVariants(bound, id, { voice, step }).map(({ by, ...rest }) => ({
      ...rest,
      by: { ...effect, bounds: exchanged({ list: bounds, at }, by) },
    }));
  });
  const required = requires.flatMap((one, at) =>
    requirementVariants(one, id).map(({ by, ...rest }) => ({
      ...rest,
      by: { ...effect, requires: exchanged({ list: requires, at }, by) },
    })),
  );
  return [...bounded, ...required];
}
