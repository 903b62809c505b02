import { bilingual, type Bilingual } from "../../base/message.ts";
import type { CombinationIr, Program } from "../ir.ts";
import { boundVariants } from "./bound-variants.ts";
import type { Mutant } from "./mutant.ts";
import { stepOf } from "./steps.ts";
import { tellBecomes, tellDropped, voiceIn } from "./telling.ts";

type Stack = CombinationIr["stack"];

const stackNames: Readonly<Record<Stack, Bilingual>> = {
  sum: bilingual("相加", "sum"),
  max: bilingual("取大", "max"),
  exclusive: bilingual("择一", "exclusive"),
  beside: bilingual("并行", "beside"),
};

type Variants = readonly { id: string; by: CombinationIr; text: Bilingual }[];

/** Every slip in how rules go together. */
export function combinationMutants(
  program: Program,
  combination: CombinationIr,
): readonly Mutant[] {
  const variants = [
    ...stackVariants(combination),
    ...memberVariants(program, combination),
    ...capVariants(program, combination),
  ];
  return variants.map(({ id, by, text }) => ({
    id: `${combination.id}#${id}`,
    of: combination.id,
    text,
    slip: { kind: "combination", combination: by },
  }));
}

function stackVariants(combination: CombinationIr): Variants {
  const { stack } = combination;
  return (Object.keys(stackNames) as Stack[])
    .filter((other) => other !== stack && (other !== "beside" || !combination.cap))
    .map((other) => ({
      id: `stack:${other}`,
      by: { ...combination, stack: other },
      text: tellBecomes(bilingual("叠加", "stack"), stackNames[stack], stackNames[other]),
    }));
}

/** One of three or more members left out: two are the fewest that go together. */
function memberVariants({ rules }: Program, combination: CombinationIr): Variants {
  const { members } = combination;
  if (members.length < 3) return [];
  return members.map((member, at) => {
    const id = rules[member]?.id ?? "";
    return {
      id: `rules.${id}:drop`,
      by: { ...combination, members: members.toSpliced(at, 1) },
      text: tellDropped(bilingual("成员", "members"), bilingual(id, id)),
    };
  });
}

function capVariants(program: Program, combination: CombinationIr): Variants {
  const { cap } = combination;
  if (!cap) return [];
  const measure = { voice: voiceIn(program), step: stepOf(cap.limit) };
  return boundVariants(cap, "cap", measure).map(({ id, by, text }) => ({
    id,
    by: { ...combination, cap: by },
    text,
  }));
}
