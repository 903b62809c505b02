import { invariant } from "../../src/base/invariant.ts";
import { drawsOf, type Draws } from "../../src/land/generate/draw.ts";
import { drawKnown } from "../../src/land/generate/fact-values.ts";
import {
  isListed,
  listKeys,
  readCase,
  type Case,
  type FactIr,
  type Level,
  type Program,
} from "../../src/rules/index.ts";

/** The facts of one subject as programs outside hold them: values in their units, by name. */
export type PlainSubject = {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** A project of which every fact is known, once as a case and once as plain objects. */
export type Project = {
  readonly facts: Case;
  readonly plain: Readonly<Record<string, readonly PlainSubject[]>>;
};

export type Drawing = {
  readonly seed: string;
  readonly count: number;
  /** The subjects that a project lists of each level that it lists. */
  readonly listed: readonly [number, number];
};

const isStated = ({ definition }: FactIr): boolean =>
  definition.derived === undefined && definition.type !== "geometry";

/** All facts of one subject, drawn as the synthetic library draws what is known. */
function drawSubject(id: string, facts: readonly FactIr[], draws: Draws): PlainSubject {
  const drawn = facts.map((fact) => [fact.id, drawKnown(fact.definition, draws)] as const);
  return { id, facts: Object.fromEntries(drawn.filter(([, value]) => value !== undefined)) };
}

/** The facts of a subject as a file of cases nests them: group by group. */
function nested(subject: PlainSubject, own: string | undefined): Record<string, unknown> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [id, value] of Object.entries(subject.facts)) {
    const [group = "", name = ""] = id.split(".");
    groups[group] = { ...groups[group], [name]: value };
  }
  if (own === undefined) return groups;
  const { [own]: flat, ...others } = groups;
  return { id: subject.id, ...flat, ...others };
}

const underNames = ({ id, facts }: PlainSubject): PlainSubject => ({
  id,
  facts: Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact.replaceAll(".", "_"), value]),
  ),
});

/** As from a body of JSON: the runtime then reads them as fast as objects that are written out. */
const asParsed = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function drawProject(program: Program, number: number, drawing: Drawing): Project {
  const id = `project-${number}`;
  const draws = drawsOf(drawing.seed, "bench", id);
  const levels = [...new Set(program.facts.map(({ level }) => level))];
  const subjectsOf = (level: Level): PlainSubject[] => {
    const facts = program.facts.filter((fact) => fact.level === level && isStated(fact));
    if (!isListed(level)) return [drawSubject(level, facts, draws)];
    const count = draws.whole(...drawing.listed);
    return Array.from({ length: count }, (_, at) => drawSubject(`${level}-${at}`, facts, draws));
  };
  const drawn = levels.map((level) => [level, subjectsOf(level)] as const);
  const plain = drawn.map(([level, subjects]) => [level, subjects.map(underNames)] as const);
  const stated = drawn.map(([level, subjects]) =>
    isListed(level)
      ? { [listKeys[level]]: subjects.map((subject) => nested(subject, level)) }
      : nested(subjects[0] as PlainSubject, undefined),
  );
  const read = readCase(program, { id, ...Object.assign({}, ...stated) });
  invariant(read.ok, `the facts that were drawn are those of the dictionary: ${id}`);
  return { facts: read.value, plain: asParsed(Object.fromEntries(plain)) };
}

/** Projects that follow from a seed, with every fact that anybody can state. */
export const drawProjects = (program: Program, drawing: Drawing): Project[] =>
  Array.from({ length: drawing.count }, (_, at) => drawProject(program, at + 1, drawing));
