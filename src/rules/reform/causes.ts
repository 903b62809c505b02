import { isSaidAlike, lawOf } from "../columns/law-of.ts";
import type { LibraryVerdicts } from "../columns/evaluate-all.ts";
import { editionOn } from "../evaluate/edition.ts";
import { overridersIn } from "../evaluate/overriding.ts";
import type { Program, RuleIr } from "../ir.ts";
import { nodesOf } from "./nodes.ts";

/** Why a rule comes out otherwise under a reform. */
export type Cause =
  /** It is new, is no more, or comes into force or goes out of it. */
  | { readonly kind: "added" | "dropped" | "in_force" | "out_of_force" }
  /** A figure or a list that it reads is another. */
  | { readonly kind: "parameter" | "register"; readonly id: string }
  /** It says something else. */
  | { readonly kind: "wording" }
  /** It gives way to another rule, or gives way no more. */
  | { readonly kind: "gives_way"; readonly id: string };

/** By name, what stands behind the parameters and registers that a rule reads. */
function readBy({ program, asOf }: LibraryVerdicts, rule: RuleIr) {
  const { figures } = editionOn(program, asOf);
  const nodes = nodesOf(rule);
  const parameters = nodes.flatMap((node) => (node.op === "parameter" ? [node.parameter] : []));
  const registers = nodes.flatMap((node) => (node.op === "listed" ? [node.register] : []));
  const figureOf = (at: number): string => {
    const { min, max } = figures[at] ?? {};
    return min && max ? `${min.n}/${min.d} ${max.n}/${max.d}` : "";
  };
  return {
    parameter: new Map(parameters.map((at) => [program.parameters[at]!.id, figureOf(at)])),
    register: new Map(
      registers.map((at) => [program.registers[at]!.id, contentOf(program, at)] as const),
    ),
  };
}

function contentOf({ registers }: Program, at: number): string {
  const { state, entries } = registers[at]!;
  return JSON.stringify([state, entries]);
}

/** What of a rule itself a reform changes; nothing where it says the same as before. */
export function ownCauses(
  base: LibraryVerdicts,
  after: LibraryVerdicts,
  [before, now]: readonly [number | undefined, number | undefined],
): readonly Cause[] {
  if (before === undefined) return [{ kind: "added" }];
  if (now === undefined) return [{ kind: "dropped" }];
  const [was, is] = [editionOn(base.program, base.asOf), editionOn(after.program, after.asOf)];
  if (was.stands[before] !== is.stands[now]) {
    return [{ kind: is.stands[now] ? "in_force" : "out_of_force" }];
  }
  if (lawOf(was, before) === lawOf(is, now)) return [];
  const old = readBy(base, base.program.rules[before]!);
  const fresh = readBy(after, after.program.rules[now]!);
  const moved = (["parameter", "register"] as const).flatMap((kind) =>
    [...fresh[kind]].flatMap(([id, content]): Cause[] => {
      const earlier = old[kind].get(id);
      return earlier !== undefined && earlier !== content ? [{ kind, id }] : [];
    }),
  );
  const isSame = isSaidAlike(base.program.rules[before]!, after.program.rules[now]!);
  return moved.length > 0 && isSame ? moved : [...moved, { kind: "wording" }];
}

/** The rules that override one, by id. */
export function rivalsIn(program: Program, id: string): ReadonlySet<string> {
  const index = program.ruleById.get(id);
  const rivals = index === undefined ? [] : (overridersIn(program)[index] ?? []);
  return new Set(rivals.map((rival) => program.rules[rival]!.id));
}
