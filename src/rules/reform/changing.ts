import type { LawChange, Reform } from "../contract/reform.ts";
import type { Desk, Path } from "../resolve/desk.ts";
import type { Located, PackSource } from "../source.ts";

/** One change as it stands in its reform, the pack as it is by then, and where findings go. */
export type Changing = {
  readonly reform: Located<Reform>;
  readonly at: number;
  readonly source: PackSource;
  readonly desk: Desk;
};

export const changeAt = ({ reform, at }: Pick<Changing, "reform" | "at">): LawChange =>
  reform.value.changes[at]!;

export const ruleIdsOf = ({ measures }: PackSource): readonly string[] =>
  measures.flatMap(({ value: { id, rules = [] } }) => rules.map((rule) => `${id}/${rule.id}`));

const isUnder = (path: Path, above: Path): boolean =>
  above.every((step, index) => path[index] === step);

type Part = {
  readonly reform: Located<unknown>;
  /** Where the part stands in the object, and where the reform writes it. */
  readonly path: Path;
  readonly place: Path;
};

/** An object of a pack with another value; what a reform writes of it is found in the reform. */
export const inPlaceOf = <T>(
  located: Located<T>,
  value: T,
  { reform, path, place }: Part,
): Located<T> => ({
  value,
  file: located.file,
  at: (asked, offset) =>
    isUnder(asked, path) ? reform.at(place, offset) : located.at(asked, offset),
});
