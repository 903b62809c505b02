import { say } from "../dialect.ts";
import { count, type Answers, type Contest, type Contestant } from "../contestant.ts";
import { javascript, levelsOf, type At } from "../hand/javascript.ts";

/** The text of one function that answers all rules, as one writes it by hand. */
export function textByHand({ subset: { program } }: Pick<Contest, "subset">): string {
  const lines = program.rules.map(({ condition }) =>
    condition ? `    ${say(program, condition, javascript)},` : "    true,",
  );
  return [`({ ${levelsOf(program).join(", ")} }) => [`, ...lines, "]"].join("\n");
}

/** Plain JavaScript over plain objects. */
export function byHand(contest: Contest): Contestant {
  // The text is written from the rules of the pack that is measured.
  // oxlint-disable-next-line typescript/no-implied-eval -- what is measured is this code
  const answer = new Function(`return ${textByHand(contest)};`)() as (at: At) => Answers;
  const firsts = contest.projects.map(({ plain }): At =>
    Object.fromEntries(
      Object.entries(plain).map(([level, [first]]) => [level, first?.facts ?? {}]),
    ),
  );
  return {
    name: "JavaScript by hand",
    isTraced: false,
    answersFor: (at) => answer(firsts[at]!),
    run: () => {
      for (const first of firsts) count(answer(first));
      return firsts.length;
    },
  };
}
