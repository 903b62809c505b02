import type { Measure, PolicyCase } from "../contract/pack.ts";
import type { Report, RuleVerdict } from "../contract/report.ts";
import { excerptOf } from "../explain/excerpt.ts";
import type { CombinationIr, Program } from "../ir.ts";
import { spread } from "./each.ts";
import { differences, type Difference } from "./expectation.ts";
import { togetherDifferences } from "./together.ts";

/** A case of a measure, with where it stands there. */
export type Placed = {
  readonly measure: Measure;
  readonly index: number;
  readonly policyCase: PolicyCase;
};

/** What did not come out, and of which rule and subject. */
export type Found = Difference & { readonly rule: string; readonly subject?: string };

/** What did not come out, and where in its case it is expected. */
export type Located = { readonly found: Found; readonly path: readonly string[] };

/** A case ready to run: the part of the law that it asks, and what it makes of a report. */
export type Trial = {
  /** The measure or the combination that the case stands in. */
  readonly owner: string;
  readonly index: number;
  readonly policyCase: PolicyCase;
  readonly part: Program;
  /** What it expects anything of, by full ids. */
  readonly rules: readonly string[];
  readonly failures: (report: Report) => readonly Located[];
};

export const placedCases = (program: Program): readonly Placed[] =>
  [...program.measures.values()].flatMap((measure) =>
    (measure.cases ?? []).flatMap((whole, index) =>
      spread(program, whole).map((policyCase) => ({ measure, index, policyCase })),
    ),
  );

/** The day on which a case is judged: its own, else the one asked for, else the pack's. */
export const dayOf = (
  program: Program,
  { policyCase }: Pick<Trial, "policyCase">,
  asOf?: string,
): string => policyCase.as_of ?? asOf ?? program.version;

/** Every case of every measure, then of every combination. */
export const trialsOf = (program: Program): readonly Trial[] => [
  ...placedCases(program).map((placed) => trialOf(program, placed)),
  ...program.combinations.flatMap((combination) => trialsTogether(program, combination)),
];

function trialOf(program: Program, placed: Placed): Trial {
  const { measure, index, policyCase } = placed;
  const rules = expectedRules(placed);
  return {
    owner: measure.id,
    index,
    policyCase,
    rules,
    part: excerptOf(program, rules),
    failures: ({ verdicts }) => failuresOf(verdicts, placed),
  };
}

/** The rules that a case speaks of, by their full ids. */
export const expectedRules = ({ measure, policyCase }: Placed): readonly string[] =>
  [
    ...new Set(Object.keys(policyCase.expect).map((name) => ruleNamed(measure.id, name).rule)),
  ].sort();

/** What a case's expectations make of a report. */
function failuresOf(verdicts: readonly RuleVerdict[], placed: Placed): readonly Located[] {
  return Object.entries(placed.policyCase.expect).flatMap(
    ([name, expected]): readonly Located[] => {
      const named = ruleNamed(placed.measure.id, name);
      const { rule } = named;
      const mine = verdicts.filter((verdict) => isNamed(verdict, named));
      if (mine.length === 0) {
        const found: Found = { rule, key: "rule", expected: name, got: undefined };
        return [{ found, path: ["expect"] }];
      }
      return mine.flatMap((verdict): readonly Located[] =>
        differences(verdict, expected).map((difference) => ({
          found: { rule, subject: verdict.subject, ...difference },
          path: ["expect", name, ...difference.key.split(".").slice(0, 1)],
        })),
      );
    },
  );
}

type RuleName = { readonly rule: string; readonly subject?: string };

/** Whether an expectation speaks of a verdict: of its rule, and of the subject that it names. */
export const isNamed = (verdict: RuleVerdict, { rule, subject }: RuleName): boolean =>
  verdict.rule === rule && (subject === undefined || verdict.subject === subject);

/** "award", "award@b1", or a rule of another measure by its full id. */
export function ruleNamed(measure: string, name: string): RuleName {
  const [id = "", ...rest] = name.split("@");
  const rule = id.includes("/") ? id : `${measure}/${id}`;
  return rest.length > 0 ? { rule, subject: rest.join("@") } : { rule };
}

/** The cases of a combination: what its members come to together. */
function trialsTogether(program: Program, combination: CombinationIr): readonly Trial[] {
  const { id, cases = [], members } = combination;
  const rules = members.flatMap((index) => program.rules[index]?.id ?? []);
  const part = excerptFor(program, combination);
  const trialOne = (policyCase: PolicyCase, index: number): Trial => ({
    owner: id,
    index,
    policyCase,
    part,
    rules,
    failures: ({ combinations }) =>
      togetherDifferences(combinations, id, policyCase.expect).map((difference) => ({
        found: { rule: id, ...difference },
        path: ["expect", difference.key],
      })),
  });
  return cases.flatMap((whole, index) => spread(program, whole).map((one) => trialOne(one, index)));
}

/** The part of a program that answers one combination: its members, and how they go together. */
function excerptFor(program: Program, combination: CombinationIr): Program {
  const ids = combination.members.flatMap((index) => program.rules[index]?.id ?? []);
  const part = excerptOf(program, ids);
  const members = ids.flatMap((id) => part.ruleById.get(id) ?? []);
  return { ...part, combinations: [{ ...combination, members }] };
}
