import type { Program } from "../../rules/index.ts";

/** A name as lists are searched for it: forms of one character and blanks make no difference. */
const plain = (name: string): string => name.normalize("NFKC").replace(/\s/g, "");

/**
 * What the lists at hand say of a project by its name, as facts of a case: that it stands in them.
 * A list in which the name is not found says nothing: it may know the project by another name.
 */
export function namedInLists(program: Program, name: string | undefined): object {
  if (name === undefined || name.trim() === "") return {};
  const facts = program.facts.flatMap((fact) => {
    const list = program.registers.find(({ id }) => id === fact.definition.register);
    const isNamed = list?.entries.some((entry) => plain(entry) === plain(name));
    return isNamed ? [[fact.name, true] as const] : [];
  });
  return facts.length === 0 ? {} : { project: Object.fromEntries(facts) };
}
