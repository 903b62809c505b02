import type { Program } from "../../rules/index.ts";

/** A name as lists are searched for it: forms of one character and blanks make no difference. */
const plain = (name: string): string => name.normalize("NFKC").replace(/\s/g, "");

/**
 * What the lists at hand say of a project by its name, as facts of a case: whether it stands in
 * each. A list that nobody has imported says nothing.
 */
export function namedInLists(program: Program, name: string | undefined): object {
  if (name === undefined || name.trim() === "") return {};
  const facts = program.facts.flatMap((fact) => {
    const list = program.registers.find(({ id }) => id === fact.definition.register);
    if (list?.state !== "imported") return [];
    return [[fact.name, list.entries.some((entry) => plain(entry) === plain(name))] as const];
  });
  return facts.length === 0 ? {} : { project: Object.fromEntries(facts) };
}
