import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { invariant } from "../../src/base/invariant.ts";
import { openBook } from "../../src/policy/index.ts";
import type { Book } from "../../src/policy/index.ts";
import { townCases, townFiles, townFolder, type PackFolder } from "./small-pack.ts";

const terms = `terms:
  - { id: review, title: { zh: 联合审查, en: Joint review } }
  - { id: award, title: { zh: 奖励, en: Award } }
`;

const quarters = `groups:
  - { id: place, level: project, title: { zh: 位置, en: Place } }
facts:
  - id: place.quarter
    type: enumeration
    options:
      - { id: east, label: { zh: 东, en: East } }
      - { id: west, label: { zh: 西, en: West } }
    label: { zh: 片区, en: Quarter }
    question: { zh: 在哪一片？, en: In which quarter? }
    source: [reported, asked]
`;

const grant = `id: book/2
title: { zh: 奖励, en: Award }
mechanism: area
standing: pilot
lead: [office]
addressee: project
cite: { document: book, item: 2, sha256: ${"0".repeat(64)} }
summary: { zh: 给予奖励。, en: An award is given. }
since: unknown
parameters:
  least: { unit: m2, values: [{ since: unknown, value: 10 }] }
rules:
  - id: award
    when: project.new_floor_area > least
    grant: award
    amount: project.new_floor_area
    force: may
cases: []
`;

/** The small pack, with a quarter to group by and an award that has an amount. */
export function townWithAward(): PackFolder {
  const files = townFiles(Object.values(townCases));
  return townFolder({
    ...files,
    "documents.yaml": files["documents.yaml"]!.replace("items: 1", "items: 2"),
    "terms.yaml": terms,
    "facts/quarter.yaml": quarters,
    "policy/book/02-award.yaml": grant,
  });
}

export async function bookOfTown({ packs }: PackFolder): Promise<Book> {
  const book = await openBook(packs, "town");
  invariant(book.ok, "the small pack compiles");
  return book.value;
}

const areaTexts = ["12.5", "1000", "0.04", "99.99"];

/** One case of the town: every state of a fact is among them. */
export function townLine(number: number): string {
  const place = { quarter: ["east", "west"][number % 3] };
  const area = [
    areaTexts[number % areaTexts.length],
    { estimate: [number % 90, 100 + (number % 7)] },
    undefined,
    { not_applicable: "none" },
  ][number % 4];
  const facts = { place, project: { new_floor_area: area } };
  return JSON.stringify({ id: `town-${number}`, synthetic: true, facts });
}

/** Writes lines as a library of the town; the file's path. */
export function townLibrary(
  { packs }: PackFolder,
  lines: readonly string[],
  file = "library.jsonl",
): string {
  const path = join(packs, file);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
}
