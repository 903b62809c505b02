import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runProgram, type Command } from "../../src/terminal/index.ts";
import type { Ended } from "./command-line.ts";

const manifest = `id: town
version: 2026-01-01
language: 1
extends: []
title: { zh: 小镇, en: Town }
zone: Asia/Shanghai
crs: EPSG:4548
`;

const facts = `groups:
  - { id: project, level: project, title: { zh: 项目, en: Project } }
facts:
  - id: project.new_floor_area
    type: quantity
    unit: m2
    label: { zh: 新增规模, en: Newly added area }
    question: { zh: 新增多少？, en: How much is added? }
    source: [reported, asked]
`;

const documents = `documents:
  - id: book
    title: { zh: 小镇办法, en: Rules of the town }
    short: { zh: 办法, en: Rules }
    issuer: office
    since: unknown
    mechanisms: [{ id: area, title: { zh: 面积, en: Area }, items: 1 }]
`;

const measure = `id: book/1
title: { zh: 小型项目, en: Small projects }
mechanism: area
standing: pilot
lead: [office]
addressee: project
cite: { document: book, item: 1, sha256: ${"0".repeat(64)} }
summary: { zh: 小型项目可以联合审查。, en: Small projects may be reviewed jointly. }
since: unknown
parameters:
  most: { unit: m2, values: [{ since: unknown, value: 100 }] }
rules:
  - { id: small, when: project.new_floor_area <= most, permit: review, force: may }
`;

const whole = "standing: pilot, effects: [{ kind: permit, target: review, force: may }]";

/** The cases that notice every slip in the small pack, by the area that is added. */
export const townCases = {
  within: `{ name: 未到, facts: { project: { new_floor_area: 60 } }, expect: { small: { verdict: applies, ${whole} } } }`,
  at: "{ name: 恰好, facts: { project: { new_floor_area: 100 } }, expect: { small: { verdict: applies } } }",
  above:
    "{ name: 超过, facts: { project: { new_floor_area: 100.01 } }, expect: { small: { verdict: does_not_apply } } }",
};

/** The files of a small pack whose measure has these cases. */
export const townFiles = (cases: readonly string[]): Readonly<Record<string, string>> => ({
  "pack.yaml": manifest,
  "facts/area.yaml": facts,
  "documents.yaml": documents,
  "organisations.yaml": "organisations: [{ id: office, title: { zh: 镇办, en: Office } }]\n",
  "terms.yaml": "terms: [{ id: review, title: { zh: 联合审查, en: Joint review } }]\n",
  "policy/book/01-small.yaml": `${measure}cases:\n${cases.map((one) => `  - ${one}\n`).join("")}`,
});

/** A folder of packs that goes away with the test that asked for it. */
export type PackFolder = {
  readonly packs: string;
  readonly write: (file: string, text: string) => void;
  readonly [Symbol.dispose]: () => void;
};

/** Writes the small pack, with more files or other texts of them, into a folder of its own. */
export function townFolder(files: Readonly<Record<string, string>>): PackFolder {
  const packs = mkdtempSync(join(tmpdir(), "zhibu-packs-"));
  const write = (file: string, text: string) => {
    const path = join(packs, "town", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    packs,
    write,
    [Symbol.dispose]: () => rmSync(packs, { recursive: true }),
  };
}

/** Runs one command as its program would, with what it prints kept. */
export async function runOne(
  command: Command,
  line: readonly string[],
  locale: "zh" | "en" = "en",
): Promise<Ended> {
  const said = { out: "", err: "" };
  const screen = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
  };
  const world = { locale, folder: ".", environment: {}, today: () => "2026-03-16" };
  const argv = [...command.name.split(" "), ...line];
  const exit = await runProgram([command], argv, { world, screen });
  return { exit, ...said };
}
