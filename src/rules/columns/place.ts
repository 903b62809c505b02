import { isListed } from "../case/model.ts";
import { levels } from "../contract/pack.ts";
import type { Node } from "../ir.ts";
import type { Place, Sheet } from "../evaluate/emit.ts";

/** A place on columns, and the statements that fetch the columns before the loop over subjects. */
export type ColumnPlace = Place & { readonly fetches: () => readonly string[] };

/**
 * Generated code on a library: `at` is the current subject of the rule's own level, `owner` its
 * case. Of a level that is folded the loop names the subject; of another the case's first stands
 * for it, as on a machine.
 */
export function placeOnColumns(sheet: Sheet, own: number): ColumnPlace {
  const fetched = new Map<string, string>();
  const folded = new Map<number, string>();
  const fetch = (name: string, from: string): string => {
    fetched.set(name, from);
    return name;
  };
  const starts = (level: number) => fetch(`starts${level}`, `library.levels[${level}].starts`);
  const first = (level: number) => (isMany(level) ? `${starts(level)}[owner]` : "owner");
  const subject = (level: number): string =>
    folded.get(level) ?? (level === own ? "at" : first(level));
  const subjects = (): string => `[${levels.map((_, level) => subject(level)).join(", ")}]`;
  return {
    cell: (column, { level, fact }) =>
      `${fetch(`${column}Of${fact}`, `library.column(${fact}).${column}`)}[${subject(level)}]`,
    isListed: (level) => `${fetch(`listed${level}`, `library.levels[${level}].listed`)}[owner]`,
    anyGone: (reads) => `goneAt(library, ${sheet.value(reads)}, ${subjects()})`,
    prove: (node) => `proveAt(${sheet.value(node)}, ${subjects()})`,
    overSubjects(level, body) {
      const name = sheet.name("each");
      const outer = folded.get(level);
      const from = starts(level);
      sheet.line(`for (let ${name} = ${from}[owner]; ${name} < ${from}[owner + 1]; ${name}++) {`);
      folded.set(level, name);
      body();
      folded.delete(level);
      if (outer) folded.set(level, outer);
      sheet.line("}");
    },
    fetches: () => [...fetched].map(([name, from]) => `const ${name} = ${from};`),
  };
}

const isMany = (level: number): boolean => isListed(levels[level]!);

/** What generated code hands over, for one subject of each level by its position in the library. */
export type Subjects = readonly number[];
export type ProveAt = (node: Node, subjects: Subjects) => number;
