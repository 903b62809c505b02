import { invariant } from "../../base/invariant.ts";
import type { FactDefinition, FactGroup, Level, NamedProject } from "../../rules/index.ts";
import { districtTitle, districtWord, type Ring, type Zones } from "../model/zones.ts";
import type { DistrictFile } from "../model/districts.ts";
import { drawsOf, type Draws } from "./draw.ts";
import { drawKnown, drawRange } from "./fact-values.ts";

export type LibraryOrder = {
  readonly seed: string;
  readonly zones: Zones;
  readonly districts: DistrictFile;
  readonly groups: readonly FactGroup[];
  readonly facts: readonly FactDefinition[];
  /** The named projects, repeated after the synthetic ones as they are. */
  readonly projects: readonly NamedProject[];
};

/** How many synthetic projects a library holds, whatever the size of the city. */
export const libraryCases = 10_000;

/** One synthetic project, as a line of the library states it. */
export type LibraryCase = {
  readonly id: string;
  readonly title: string;
  readonly synthetic: true;
  readonly facts: Readonly<Record<string, unknown>>;
};

type Facts = Record<string, unknown>;
type Group = {
  readonly id: string;
  readonly level: Level;
  /** By their names within the group. */
  readonly facts: readonly (readonly [string, FactDefinition])[];
};

const listed: Readonly<Partial<Record<Level, string>>> = {
  building: "buildings",
  parcel: "parcels",
  space: "spaces",
};

/** Facts that somebody can state: what is derived follows by itself. */
const isStated = ({ derived, type }: FactDefinition): boolean =>
  derived === undefined && type !== "geometry";

const isDistrict = ({ map }: FactDefinition): boolean =>
  map?.layer === "districts" && map.measure === "class";

function groupsOf({ groups, facts }: Pick<LibraryOrder, "groups" | "facts">): Group[] {
  return groups.map(({ id, level }) => ({
    id,
    level,
    facts: facts
      .filter((fact) => fact.id.startsWith(`${id}.`) && isStated(fact) && !isDistrict(fact))
      .map((fact) => [fact.id.slice(id.length + 1), fact] as const),
  }));
}

const states = { known: 62, estimate: 13, unknown: 18, not_applicable: 7 } as const;

/** One fact in one of its four states; undefined, that is unknown, says nothing at all. */
function drawState(fact: FactDefinition, draws: Draws): unknown {
  const state = draws.weigh(states);
  switch (state) {
    case "known":
      return drawKnown(fact, draws);
    case "estimate": {
      const range = fact.type === "quantity" ? drawRange(fact, draws) : undefined;
      return range ? { estimate: range } : undefined;
    }
    case "unknown":
      return undefined;
    case "not_applicable":
      return { not_applicable: "本案不涉及 · does not arise here" };
  }
}

/** Its names come in any selection: without a prototype it has no shape to learn for each. */
const emptyFacts = (): Facts => Object.create(null) as Facts;

function drawFacts(group: Group, draws: Draws): Facts {
  const facts = emptyFacts();
  for (const [name, fact] of group.facts) {
    const value = drawState(fact, draws);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

const isEmpty = (facts: Facts): boolean => Object.keys(facts).length === 0;

/** The facts of one item of a list: its own group flat, the others of its level nested. */
function drawItem(id: string, groups: readonly Group[], draws: Draws): Facts {
  const item = Object.assign(emptyFacts(), { id }) as Facts;
  for (const group of groups) {
    const facts = drawFacts(group, draws);
    if (group.id === group.level) Object.assign(item, facts);
    else if (!isEmpty(facts)) item[group.id] = facts;
  }
  return item;
}

type Home = { readonly ring: Ring; readonly adcode: string };

function drawCase(number: number, home: Home, context: Context): LibraryCase {
  const id = `synthetic-${String(number).padStart(5, "0")}`;
  const draws = drawsOf(context.seed, "library", id);
  const facts = emptyFacts();
  for (const group of context.groups) {
    if (listed[group.level] || !draws.chance(450)) continue;
    const drawn = drawFacts(group, draws);
    if (!isEmpty(drawn)) facts[group.id] = drawn;
  }
  for (const [level, key] of Object.entries(listed)) {
    const groups = context.groups.filter((group) => group.level === level);
    if (groups.length === 0 || !draws.chance(600)) continue;
    facts[key] = Array.from({ length: draws.whole(0, 3) }, (_, index) =>
      drawItem(`${level}-${index + 1}`, groups, draws),
    );
  }
  const { group, name, words, titles } = context.district;
  facts[group] = { ...(facts[group] as Facts | undefined), [name]: words.get(home.adcode) };
  const title = `合成项目 ${number}（${home.ring.title.zh}，${titles.get(home.adcode)}）`;
  return { id, title, synthetic: true, facts };
}

type Context = {
  readonly seed: string;
  readonly groups: readonly Group[];
  readonly district: {
    readonly group: string;
    readonly name: string;
    readonly words: ReadonlyMap<string, string>;
    readonly titles: ReadonlyMap<string, string>;
  };
};

function contextOf(order: Omit<LibraryOrder, "projects">): Context {
  const fact = order.facts.find(isDistrict);
  invariant(fact, "the dictionary has a fact that names the district of a place");
  const [group = "", name = ""] = fact.id.split(".");
  const known = new Set((fact.options ?? []).map(({ id }) => id));
  const rows = order.districts.features.map(({ properties }) => {
    const word = districtWord(order.zones, properties.adcode);
    invariant(word && known.has(word), "every district of the map is an option of the dictionary");
    return { adcode: properties.adcode, word, title: districtTitle(order.zones, properties).zh };
  });
  return {
    seed: order.seed,
    groups: groupsOf(order),
    district: {
      group,
      name,
      words: new Map(rows.map(({ adcode, word }) => [adcode, word])),
      titles: new Map(rows.map(({ adcode, title }) => [adcode, title])),
    },
  };
}

/** Where each project stands: rings by their number of blocks, districts of a ring in turn. */
function homesOf(zones: Zones): Home[] {
  const blocks = zones.rings.map((ring) => ring.assumed.blocks ?? 0);
  const total = blocks.reduce((sum, count) => sum + count, 0);
  const homes: Home[] = [];
  let passed = 0;
  for (const [index, ring] of zones.rings.entries()) {
    passed += blocks[index]!;
    const districts = ring.districts.length > 0 ? ring.districts : [ring.grown_in ?? ""];
    const end = Math.floor((libraryCases * passed) / total);
    for (let turn = 0; homes.length < end; turn++) {
      homes.push({ ring, adcode: districts[turn % districts.length]! });
    }
  }
  return homes;
}

/**
 * The projects of a library without an end: each follows from the seed and its number alone. The
 * first, number one, to the 10,000th are those of the library's file; those beyond are spread as
 * they are.
 */
export function libraryMaker(
  order: Omit<LibraryOrder, "projects">,
): (number: number) => LibraryCase {
  const context = contextOf(order);
  const homes = homesOf(order.zones);
  return (number) => drawCase(number, homes[(number - 1) % homes.length]!, context);
}

/**
 * The lines of the case library: 10,000 synthetic projects with facts at every state, each with its
 * district and ring, then the named projects as the pack states them.
 */
export function* libraryLines(order: LibraryOrder): Iterable<string> {
  const drawn = libraryMaker(order);
  for (let number = 1; number <= libraryCases; number++) yield JSON.stringify(drawn(number));
  for (const { id, title, synthetic, facts } of order.projects) {
    yield JSON.stringify({ id, title: title.zh, synthetic, facts });
  }
}
