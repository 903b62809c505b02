import { invariant } from "../../src/base/invariant.ts";
import { bilingual, type Bilingual } from "../../src/base/message.ts";
import { libraryLines, readGround } from "../../src/land/index.ts";
import { evaluateAll, libraryOf, readCaseText, type Case } from "../../src/rules/index.ts";
import { medianOf, spentMicros } from "./clock.ts";
import { asOf, type Pack } from "./pack.ts";
import type { Part, Row } from "./table.ts";

const times = 7;

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

/** The median of several times, in milliseconds of the process's own time. */
function timed(name: Bilingual, work: () => unknown, most?: number): Row {
  const figures = Array.from({ length: times }, () => {
    const start = spentMicros();
    invariant(work() !== undefined, `${name.en} comes to something`);
    return (spentMicros() - start) / 1000;
  });
  const figure = medianOf(figures);
  return { name, figure, unit: "ms", ...(most !== undefined && { most }) };
}

/** A library at once. What a reform costs belongs here, too: a row each, against its bar. */
export async function libraryPart(pack: Pack, folder: string): Promise<Part> {
  const { program } = pack;
  const cases = await readLibrary(pack, folder);
  const library = libraryOf(program, cases);
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
    ],
  };
}
