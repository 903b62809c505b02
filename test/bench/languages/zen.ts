import { invariant } from "../../../src/base/invariant.ts";
import { say } from "../dialect.ts";
import { count, peerProjects, type Answers, type Contest, type Contestant } from "../contestant.ts";
import { quote, textDialect } from "./texts.ts";

/** What is used of @gorules/zen-engine. */
type Zen = { readonly ZenEngine: new () => { createDecision(content: object): Decision } };
type Decision = {
  evaluate(context: object, options?: { readonly trace: boolean }): Promise<Evaluated>;
};
type Evaluated = {
  readonly result: Readonly<Record<string, boolean>>;
  readonly trace?: Readonly<Record<string, object>>;
};

const dialect = textDialect({
  not: (part) => `not(${part})`,
  signs: { "<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "==", "!=": "!=" },
  among: (name, options) => `(${name} in [${options.map(quote).join(", ")}])`,
});

/** One decision with an expression for each rule: what zen runs fastest of the forms tried. */
export function zenDecision({ subset: { program } }: Pick<Contest, "subset">): object {
  const position = { x: 0, y: 0 };
  const expressions = program.rules.map(({ condition }, index) => ({
    id: `e${index}`,
    key: `r${index}`,
    value: condition ? say(program, condition, dialect) : "true",
  }));
  return {
    nodes: [
      { id: "in", type: "inputNode", name: "in", position },
      { id: "rules", type: "expressionNode", name: "rules", position, content: { expressions } },
      { id: "out", type: "outputNode", name: "out", position },
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "b", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  };
}

/** Twice: without its trace, and with it. */
export function zen(contest: Contest, peer: unknown): Contestant[] {
  const { ZenEngine } = peer as Zen;
  const decision = new ZenEngine().createDecision(zenDecision(contest));
  const { rules } = contest.subset.program;
  return [false, true].map((isTraced): Contestant => {
    const answersFor = async (at: number): Promise<Answers> => {
      const { result, trace } = await decision.evaluate(contest.contexts[at]!, { trace: isTraced });
      invariant((trace !== undefined) === isTraced, "zen gives a trace where it is asked for one");
      return rules.map((_, index) => result[`r${index}`] === true);
    };
    return {
      name: "@gorules/zen-engine",
      isTraced,
      answersFor,
      run: async () => {
        for (let at = 0; at < peerProjects; at++) count(await answersFor(at));
        return peerProjects;
      },
    };
  });
}
