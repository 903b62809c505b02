import type { Level } from "../contract/pack.ts";
import type { Note } from "../diagnose/findings.ts";
import type { FactIr, Node, ParameterIr, Span, Type } from "../ir.ts";

/** The figures of a register: each is a parameter of the program. */
export type FiguresIr = {
  readonly type: Type;
  readonly byEntry: ReadonlyMap<string, number>;
  /** The parameter for what is left open where the register gives no figure. */
  readonly open: number;
};

/** What the names of an expression may stand for. */
export type Scope = {
  readonly facts: readonly FactIr[];
  readonly factById: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, { readonly level: Level }>;
  readonly registers: ReadonlyMap<string, number>;
  readonly registerFigures: ReadonlyMap<number, FiguresIr>;
  readonly parameters: readonly ParameterIr[];
  readonly level: Level;
  /** Rules keep the figures of the law in parameters; a constant expression may write them out. */
  readonly figures: "refused" | "allowed";
  /** Whether `as_of` names the law date; a constant expression has none. */
  readonly day: "law date" | "none";
  /** The names without a dot: parameters and let values. */
  readonly names: ReadonlySet<string>;
  /** What such a name stands for; undefined where that is broken, which has been noted at its own
   * place. */
  readonly lookUp: (name: string, note: Note, span: Span) => Node | undefined;
  /** What a derived fact stands for; "stated" where a fact is no derived one. */
  readonly derive: (fact: number, note: Note, span: Span) => Node | "stated" | undefined;
};

/** The name of the law date, which nothing else may bear. */
export const lawDate = "as_of";

const above: readonly Level[] = ["project", "block", "unit", "district"];

/** The levels whose facts a rule sees singly: its own and those above. */
export function visibleFrom(level: Level): readonly Level[] {
  const place = above.indexOf(level);
  return place < 0 ? [level, ...above] : above.slice(place);
}

/** The levels of which a case may hold many, by the name that stands for all of them. */
export const manyOf: ReadonlyMap<string, Level> = new Map([
  ["buildings", "building"],
  ["parcels", "parcel"],
  ["spaces", "space"],
]);
