import fc from "fast-check";
import { one, ratio } from "../../base/ratio.ts";
import { mapChildren } from "../check/tree.ts";
import { prove } from "../evaluate/reference.ts";
import { truthOf } from "../evaluate/outcome.ts";
import {
  effectIr,
  expressions,
  factIr,
  parameterIr,
  programOf,
  ruleIr,
} from "../evaluate/testing.ts";
import type { Level } from "../contract/pack.ts";
import type { BoundIr, EffectIr, FactIr, Node, Program, RuleIr } from "../ir.ts";
import { scopeFor, studyOf, type States } from "./study.ts";

/** Small packs with few enough cases that every one of them can be gone through. */

const kinds = ["house", "shop", "factory"] as const;

const asked = (fact: FactIr): FactIr => ({
  ...fact,
  definition: { ...fact.definition, question: { zh: `${fact.id}？`, en: `${fact.id}?` } },
});

/** The most that a site or a building has here, in m². */
const most = 5;
const metres = { step: one, max: most } as const;

export const facts: readonly FactIr[] = [
  ...[factIr("a.one", "boolean"), factIr("a.two", "boolean")].map(asked),
  asked(factIr("a.kind", "enumeration", { options: kinds })),
  asked(factIr("a.area", "number", metres)),
  asked(factIr("a.other", "number", { step: one, max: 3 })),
  asked(factIr("building.area", "number", { ...metres, level: "building" })),
];

export const make = expressions(facts);

/** Figures of 0 m² to the most, each by its own index. */
const figures = Array.from({ length: most + 1 }, (_, value) =>
  parameterIr(`p${value}`, ratio(value)),
);

export const packOf = (rules: readonly RuleIr[], more: Partial<Program> = {}): Program =>
  programOf({ facts, rules, parameters: figures, ...more });

const sign = fc.constantFrom<"<" | "<=" | ">" | ">=" | "=" | "!=">("<", "<=", ">", ">=", "=", "!=");
const figure = fc.nat({ max: most }).map(make.parameter);

const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.constantFrom("a.one", "a.two").map(make.fact),
  fc
    .subarray([...kinds], { minLength: 1, maxLength: 2 })
    .map((words) => make.among(make.fact("a.kind"), ...words)),
  fc.tuple(sign, figure).map(([is, at]) => make.compare(make.fact("a.area"), is, at)),
  fc.tuple(sign, figure).map(([is, at]) => make.compare(make.fact("a.other"), is, at)),
);

const grown = (inner: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.oneof(
    inner,
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((args) => make.and(...args)),
    fc.array(inner, { minLength: 2, maxLength: 3 }).map((args) => make.or(...args)),
    inner.map(make.not),
  );

/** Conditions that ask of each figure by itself. */
export const conditions: fc.Arbitrary<Node> = grown(grown(leaf));

const between = sign.map((is) => make.compare(make.fact("a.area"), is, make.fact("a.other")));

/** Conditions that also hold two figures against each other. */
export const tangled: fc.Arbitrary<Node> = grown(grown(fc.oneof(leaf, between)));

const kind = fc.constantFrom<EffectIr["kind"]>("require", "permit", "prohibit", "exempt", "grant");
const amount = fc.option(fc.oneof(figure, fc.constant(make.fact("a.area"))), { nil: undefined });

const capOf = (limit: Node): BoundIr => ({
  ...{ id: "cap", direction: "at_most", limit, force: "must", title: undefined },
});

const effects = fc
  .record({
    kind,
    target: fc.constantFrom("x", "y"),
    force: fc.constantFrom<EffectIr["force"]>("may", "must"),
    amount,
    cap: figure,
  })
  .map(({ cap, ...effect }) => effectIr({ ...effect, bounds: effect.amount ? [capOf(cap)] : [] }));

const rules = fc.record({
  condition: conditions,
  effect: effects,
  level: fc.constantFrom<Level>("project", "project", "building"),
});

/** The rules of a random pack: two measures of one or two rules each. */
export const rulesOfPack: fc.Arbitrary<readonly RuleIr[]> = fc
  .array(rules, { minLength: 2, maxLength: 4 })
  .map((all) =>
    all.map(({ condition, effect, level }, at) =>
      ruleIr(`m/${1 + (at % 2)}/r${at}`, facts, { condition, level, effects: [effect] }),
    ),
  );

const truths = [true, false];
const upTo = (max: number) => Array.from({ length: max + 1 }, (_, value) => value);

/** Every case of the dictionary, but for what only buildings have. */
export const everyCase: readonly States[] = truths.flatMap((first) =>
  truths.flatMap((second) =>
    kinds.flatMap((word) =>
      upTo(most).flatMap((area) =>
        upTo(3).map((other): States => {
          const values = [first, second, word, area, other];
          return new Map(values.map((value, fact) => [fact, { state: "known", value }]));
        }),
      ),
    ),
  ),
);

const study = studyOf(packOf([]), "2026-01-01");
const scopes = everyCase.map((states) => scopeFor(study, states));

const known = new WeakMap<Node, readonly string[]>();

/** What a condition comes to in each case, by the reference engine. */
export function truthsOf(condition: Node): readonly string[] {
  const found = known.get(condition) ?? scopes.map((scope) => truthOf(prove(condition, scope)));
  known.set(condition, found);
  return found;
}

/** A condition without the part at a place such as "when.0.1". */
export function withoutPart(condition: Node, place: string): Node {
  const [, at = "", ...rest] = place.split(".");
  const index = Number(at);
  if (rest.length > 0) {
    const inner = ["when", ...rest].join(".");
    return mapChildren(condition, (part, own) => (own === index ? withoutPart(part, inner) : part));
  }
  if (condition.op !== "and" && condition.op !== "or") return condition;
  return { ...condition, args: condition.args.filter((_, own) => own !== index) };
}
