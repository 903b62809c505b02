import { beforeAll, describe, expect, test } from "vitest";
import { beijing } from "../../../test/harness/ground.ts";
import { loadPack } from "../../packs/index.ts";
import { compile, readCase, type Case, type PackSource, type Program } from "../../rules/index.ts";
import { readGround } from "../store/ground.ts";
import { libraryCases, libraryLines, libraryMaker, type LibraryOrder } from "./library.ts";

type Line = { id: string; synthetic: boolean; facts: Record<string, Record<string, unknown>> };

let order: LibraryOrder;
let program: Program;
let lines: string[];

const values = <T>(list: readonly { readonly value: T }[]): T[] => list.map(({ value }) => value);

async function orderOf(pack: PackSource): Promise<LibraryOrder> {
  const ground = await readGround(beijing);
  const { groups, facts, projects } = pack;
  return {
    seed: "1",
    ...ground,
    groups: values(groups),
    facts: values(facts),
    projects: values(projects),
  };
}

beforeAll(async () => {
  const pack = await loadPack(`${beijing}/..`, "beijing");
  if (!pack.ok) throw new Error("the shipped pack reads");
  order = await orderOf(pack.value);
  const compiled = compile(pack.value);
  if (!compiled.ok) throw new Error("the shipped pack compiles");
  program = compiled.value;
  lines = [...libraryLines(order)];
}, 120_000);

describe("the case library", () => {
  test("holds 10,000 synthetic projects and after them the named ones, which are real", () => {
    expect(lines).toHaveLength(libraryCases + order.projects.length);
    const read = lines.map((line) => JSON.parse(line) as Line);
    expect(read.slice(0, libraryCases).every(({ synthetic }) => synthetic)).toBe(true);
    expect(read.slice(libraryCases).some(({ synthetic }) => synthetic)).toBe(false);
    expect(new Set(read.map(({ id }) => id)).size).toBe(lines.length);
  });

  test("states the district of every synthetic project, in every ring's districts", () => {
    const districts = lines
      .slice(0, libraryCases)
      .map((line) => (JSON.parse(line) as Line).facts["place"]?.["district"]);
    expect(new Set(districts).size).toBe(16);
    expect(districts).not.toContain(undefined);
  });

  test("is made of cases that the engine reads, one in twenty tried", () => {
    for (const line of lines.filter((_, index) => index % 20 === 0)) {
      const read = readCase(program, JSON.parse(line));
      expect(read.ok ? "" : JSON.stringify(read.refusal), line.slice(0, 60)).toBe("");
    }
  });

  test("has every fact that can be stated in all four states somewhere", () => {
    const seen = new Map<string, Set<string>>();
    const cases = lines.slice(0, libraryCases).filter((_, index) => index % 5 === 0);
    for (const line of cases) {
      const read = readCase(program, JSON.parse(line));
      if (read.ok) noteStates(read.value, seen);
    }
    for (const { id, type, definition } of program.facts) {
      const given = definition.derived !== undefined || definition.type === "geometry";
      if (given || definition.map?.layer === "districts") continue;
      const states =
        type.kind === "number"
          ? ["known", "estimate", "not_applicable"]
          : ["known", "not_applicable"];
      expect([...(seen.get(id) ?? [])], id).toEqual(expect.arrayContaining(states));
    }
  });

  test("makes the project of any number alone, beyond its end as within", () => {
    const { projects: _, ...of } = order;
    const drawn = libraryMaker(of);
    for (const number of [1, 777, libraryCases]) {
      expect(JSON.stringify(drawn(number))).toBe(lines[number - 1]);
    }
    const beyond = drawn(7_654_321);
    expect(beyond.id).toBe("synthetic-7654321");
    expect(beyond).toEqual(libraryMaker(of)(7_654_321));
    expect(readCase(program, beyond)).toMatchObject({ ok: true });
  });

  test("is the same to the last byte when it is made again", () => {
    let index = 0;
    for (const line of libraryLines(order)) {
      if (index === 300) break;
      expect(line).toBe(lines[index++]);
    }
  });
});

function noteStates(given: Case, seen: Map<string, Set<string>>): void {
  for (const { facts } of Object.values(given.subjects).flat()) {
    for (const [index, { state }] of facts) {
      const id = program.facts[index]!.id;
      seen.set(id, (seen.get(id) ?? new Set()).add(state));
    }
  }
}
