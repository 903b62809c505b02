import { bilingual } from "../../base/message.ts";
import type { FactIr, Program } from "../../rules/index.ts";

type Raw = Record<string, unknown>;

const reason = bilingual("这次不涉及", "not part of this project");

/** A space for those that the project does not make, so that rules about spaces still answer. */
const noSpace = "none";

/** What somebody could still be asked about: facts that no register and no map knows better. */
const isAskable = ({ definition }: FactIr): boolean =>
  definition.source.some((source) => source === "asked" || source === "reported");

const states = (facts: unknown, group: string, name: string): boolean => {
  const stated = (facts as Raw)[group];
  return typeof stated === "object" && stated !== null && Object.hasOwn(stated, name);
};

/** The facts of a group, each not applicable but those that the asker states all the same. */
function groupOutside(program: Program, group: string, stated: unknown): Raw {
  const facts = program.facts.filter((fact) => fact.group === group && isAskable(fact));
  return Object.fromEntries(
    facts
      .filter(({ name }) => !states(stated, group, name))
      .map(({ name }) => [name, { not_applicable: reason }]),
  );
}

/** Facts that other groups' topics settle as well; they stand at the project's level. */
function coveredOutside(program: Program, ids: readonly string[], stated: unknown): Raw {
  const facts: Record<string, Raw> = {};
  for (const id of ids) {
    const fact = program.facts[program.factById.get(id) ?? -1];
    if (!fact || states(stated, fact.group, fact.name)) continue;
    facts[fact.group] = { ...facts[fact.group], [fact.name]: { not_applicable: reason } };
  }
  return facts;
}

/**
 * What follows from saying that a project does not touch some groups of facts: their facts are not
 * applicable, to the project, to each of its buildings, or to its spaces. Groups without a topic
 * are no choice of the asker's and stay as they are.
 */
export function factsOutside(
  program: Program,
  groups: readonly string[],
  { stated, buildings }: { stated: unknown; buildings: readonly string[] },
): Raw {
  const chosen = [...new Set(groups)].filter((group) => program.groups.get(group)?.topic);
  const at = (level: string) =>
    Object.fromEntries(
      chosen
        .filter((group) => program.groups.get(group)?.level === level)
        .map((group) => [group, groupOutside(program, group, stated)]),
    );
  const [ofBuildings, ofSpaces] = [at("building"), at("space")];
  const hasSpaces = Object.keys(ofSpaces).length > 0 && !Object.hasOwn(stated as Raw, "spaces");
  const also = chosen.flatMap((group) => program.groups.get(group)?.covers ?? []);
  return {
    ...at("project"),
    ...coveredOutside(program, also, stated),
    ...(Object.keys(ofBuildings).length > 0 && buildings.length > 0
      ? { buildings: buildings.map((id) => ({ id, ...ofBuildings })) }
      : {}),
    ...(hasSpaces ? { spaces: [{ id: noSpace, ...ofSpaces }] } : {}),
  };
}
