import { invariant } from "../../src/base/invariant.ts";
import { bilingual, type Bilingual } from "../../src/base/message.ts";
import { ratio } from "../../src/base/ratio.ts";
import { libraryLines, readGround } from "../../src/land/index.ts";
import {
  evaluateAll,
  libraryOf,
  readCaseText,
  simulate,
  withValue,
  type Case,
  type Program,
} from "../../src/rules/index.ts";
import { medianOf, spentMicros } from "./clock.ts";
import { asOf, type Pack } from "./pack.ts";
import type { Part, Row } from "./table.ts";

const times = 9;

const values = <T>(located: readonly { readonly value: T }[]): T[] =>
  located.map(({ value }) => value);

/** The synthetic library as a city gets it, with facts in every state. */
async function readLibrary({ source, program }: Pack, folder: string): Promise<readonly Case[]> {
  const ground = await readGround(folder);
  const lines = libraryLines({
    seed: "zhibu",
    zones: ground.zones,
    districts: ground.districts,
    groups: values(source.groups),
    facts: values(source.facts),
    projects: values(source.projects),
  });
  const read = readCaseText(program, [...lines].join("\n"), "jsonl");
  invariant(read.ok, "the synthetic library can be read");
  return read.value;
}

/** The median of several times after a first, in milliseconds of the process's own time. */
function timed(name: Bilingual, work: () => unknown, most?: number): Row {
  invariant(work() !== undefined, `${name.en} comes to something`);
  const figures = Array.from({ length: times }, () => {
    const start = spentMicros();
    invariant(work() !== undefined, `${name.en} comes to something`);
    return (spentMicros() - start) / 1000;
  });
  const figure = medianOf(figures);
  return { name, figure, unit: "ms", ...(most !== undefined && { most }) };
}

/** The program in which the award's cap is a quarter, and so many others that no two are one. */
function capsOf({ program }: Pack): () => Program {
  const cap = program.parameters.findIndex(({ id }) => id === "toolbox-1.0/04.award_cap");
  invariant(cap >= 0, "the pack caps the award");
  let count = 0;
  return () => withValue(program, cap, ratio(2500 + count++, 10_000));
}

/** A library at once, under the law as it is and as it would be, each against its bar. */
export async function libraryPart(pack: Pack, folder: string): Promise<Part> {
  const { program } = pack;
  const cases = await readLibrary(pack, folder);
  const library = libraryOf(program, cases);
  const base = evaluateAll(program, library, { asOf });
  const next = capsOf(pack);
  return {
    title: bilingual(`${cases.length} 个项目的案例库`, `A library of ${cases.length} projects`),
    lines: ["The synthetic library, with facts known, estimated, unknown and not applicable."],
    rows: [
      timed(bilingual("转成列（libraryOf）", "into columns (libraryOf)"), () =>
        libraryOf(program, cases),
      ),
      timed(
        bilingual("全部结论（evaluateAll）", "all verdicts (evaluateAll)"),
        () => evaluateAll(program, library, { asOf }),
        200,
      ),
      timed(
        bilingual(
          "现行法与改革对照，从头算起（simulate）",
          "law and reform, from nothing (simulate)",
        ),
        () => simulate(evaluateAll(program, library, { asOf }), next()),
        300,
      ),
      timed(
        bilingual("改动一个参数，其余不动", "one parameter moved, the rest kept"),
        () => evaluateAll(next(), library, { asOf, since: base }),
        50,
      ),
    ],
  };
}
