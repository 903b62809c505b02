import { accept, refuse, type Decision } from "../../base/decision.ts";
import { bilingual, type Bilingual } from "../../base/message.ts";
import { invariant } from "../../base/invariant.ts";
import {
  findPlace,
  measurePlace,
  registryFactsOf,
  type Measured,
  type Place,
  type PlaceRefusal,
  type RegistryAnswer,
  type RegistrySubject,
} from "../../land/index.ts";
import {
  mergeCases,
  readCase,
  type Case,
  type CaseRefusal,
  type MapMeasure,
  type Program,
  type Source,
} from "../../rules/index.ts";
import type { Tx } from "../../store/db.ts";
import type { AnswersBody, PlaceLine } from "../contract.ts";
import type { Book } from "../model/book.ts";
import { namedInLists } from "../model/named-in-lists.ts";
import { factsOutside } from "../model/outside.ts";
import type { PolicyRefusal } from "../model/refusals.ts";

export type AskRefusal =
  | { kind: "policy"; refusal: PolicyRefusal }
  | { kind: "place"; refusal: PlaceRefusal }
  | { kind: "facts"; refusals: readonly CaseRefusal[] };

export type Asked = { readonly facts: Case; readonly place: PlaceLine };

type Raw = Record<string, unknown>;

/** What a map fact says in the form of a file of facts; undefined where the map cannot say. */
function written(measured: Measured | undefined): Raw | undefined {
  if (measured?.state === "known") return { value: measured.value };
  if (measured?.state === "not_applicable") return { not_applicable: outside };
  return undefined;
}

const outside = bilingual("地点不在这一图层的任何范围内", "the place lies in no part of the layer");

type AskedFact = { readonly group: string; readonly name: string; readonly measure: MapMeasure };

/** The dictionary's facts that the map answers; of some rules, those that any of them reads. */
export function askedOfMap(program: Program, rules?: ReadonlySet<string>): AskedFact[] {
  const readers = rules && program.rules.filter(({ id }) => rules.has(id));
  const read = readers && new Set(readers.flatMap(({ reads }) => reads));
  return program.facts.flatMap(({ group, name, definition }, index) =>
    definition.map && (!read || read.has(index)) ? [{ group, name, measure: definition.map }] : [],
  );
}

/** Map facts as the map answers them at a place; what it cannot say stays out. */
export function mapFacts(asked: readonly AskedFact[], answers: readonly Measured[]): Raw {
  const facts: Record<string, Raw> = {};
  for (const [index, { group, name }] of asked.entries()) {
    const fact = written(answers[index]);
    if (fact) facts[group] = { ...facts[group], [name]: fact };
  }
  return facts;
}

/** One subject of the register as an item of a case: its own group's facts stand flat in it. */
const itemOf = ({ id, facts }: RegistrySubject): Raw => ({
  id,
  ...Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact.slice(fact.indexOf(".") + 1), value]),
  ),
});

/** The register's buildings and parcels as subjects of a case. */
const registryFacts = ({ buildings, parcels }: RegistryAnswer): Raw => ({
  ...(buildings.length > 0 ? { buildings: buildings.map(itemOf) } : {}),
  ...(parcels.length > 0 ? { parcels: parcels.map(itemOf) } : {}),
});

const nowhere: PlaceLine = {
  kind: "none",
  title: { zh: "未指定地点", en: "No place" },
  synthetic: false,
  path: [],
};

const units = [
  { layer: "districts", measure: "class" },
  { layer: "blocks", measure: "class" },
] as const;

/** The district and the block that a place lies in, from the city down. */
async function pathOf(tx: Tx, place: Place): Promise<Bilingual[]> {
  const answers = await measurePlace(tx, place, units);
  return answers.flatMap((answer) =>
    answer.state === "known" ? answer.from.slice(0, 1).map(({ name }) => name) : [],
  );
}

async function placeLine(tx: Tx, place: Place, synthetic: boolean): Promise<PlaceLine> {
  const { title, building, area } = place;
  return {
    kind: building === null ? "polygon" : "building",
    ...(building === null ? {} : { id: building.id }),
    title,
    synthetic,
    path: await pathOf(tx, place),
    areaM2: area.areaDm2 / 100,
    centre: [...area.centre],
    geometry: area.geometry,
  };
}

/** What one source says, before it is read. */
type Part = { readonly facts: unknown; readonly source?: Source };

type Parts = {
  readonly id: string;
  readonly place: PlaceLine;
  readonly known: readonly Part[];
  readonly buildings: readonly string[];
};

async function partsOfPlace(
  tx: Tx,
  program: Program,
  query: { building: string } | { polygon: unknown },
): Promise<Decision<Parts, AskRefusal>> {
  const place = await findPlace(tx, query);
  if (!place.ok) return refuse({ kind: "place", refusal: place.refusal });
  const registry = await registryFactsOf(tx, place.value);
  const asked = askedOfMap(program);
  const measures = asked.map(({ measure }) => measure);
  const measured = mapFacts(asked, await measurePlace(tx, place.value, measures));
  const line = await placeLine(tx, place.value, registry.synthetic);
  return accept({
    id: line.id ?? "polygon",
    place: line,
    buildings: registry.buildings.map(({ id }) => id),
    known: [
      { facts: registryFacts(registry), source: "registry" },
      { facts: measured, source: "map" },
    ],
  });
}

function partsOfProject(book: Book, id: string): Decision<Parts, AskRefusal> {
  const project = book.source.projects.find(({ value }) => value.id === id)?.value;
  if (!project) {
    return refuse({ kind: "policy", refusal: { code: "project_missing", project: id } });
  }
  const { title, synthetic, facts } = project;
  const place: PlaceLine = { kind: "project", id, title, synthetic, path: [] };
  return accept({ id, place, buildings: [], known: [{ facts, source: "reported" }] });
}

async function partsOf(
  tx: Tx,
  book: Book,
  body: AnswersBody,
): Promise<Decision<Parts, AskRefusal>> {
  const { place } = body;
  if (place === undefined) return accept({ id: "case", place: nowhere, buildings: [], known: [] });
  if ("project" in place) return partsOfProject(book, place.project);
  return partsOfPlace(tx, book.program, place);
}

/** The name that the asker gives the project. */
function nameOf(facts: unknown): string | undefined {
  const { project } = facts as { readonly project?: { readonly name?: unknown } };
  return typeof project?.name === "string" ? project.name : undefined;
}

/** Gathers what the register, the map and the asker say of a place, each with its source. */
export async function gatherFacts(
  tx: Tx,
  book: Book,
  body: AnswersBody,
): Promise<Decision<Asked, AskRefusal>> {
  const parts = await partsOf(tx, book, body);
  if (!parts.ok) return parts;
  const { id, place, known } = parts.value;
  const outside = factsOutside(book.program, body.outside ?? [], {
    stated: body.facts,
    buildings: parts.value.buildings,
  });
  const name = nameOf(body.facts) ?? place.title.zh;
  const isNamed = place.kind === "project" || nameOf(body.facts) !== undefined;
  const listed = namedInLists(book.program, isNamed ? name : undefined);
  const stated = [
    { facts: listed, source: "registry" as const },
    ...known,
    { facts: outside, source: "asked" as const },
    { facts: body.facts, source: "asked" as const },
  ];
  const cases: Case[] = [];
  for (const { facts, source } of stated) {
    const raw = { id, synthetic: place.synthetic, facts };
    const read = readCase(book.program, raw, { provenance: source ? { source } : {} });
    if (!read.ok) return refuse({ kind: "facts", refusals: read.refusal });
    cases.push(read.value);
  }
  const [first, ...others] = cases;
  invariant(first, "the asker's own facts are always read");
  return accept({ facts: mergeCases(book.program, first, ...others), place });
}
