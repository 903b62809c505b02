import type { MeasureLine } from "../../../src/policy/contract.ts";
import { matches } from "../search/matches.ts";

/** What is chosen of the law book; empty words choose everything. */
export const noChoice = {
  words: "",
  document: "",
  mechanism: "",
  standing: "",
  agency: "",
  addressee: "",
  concern: "",
};
export type PolicyChoice = typeof noChoice;

/** The choice as the address holds it, so that a link leads to what was looked at. */
export type PolicySearch = Partial<PolicyChoice>;

export type Facet = Exclude<keyof PolicyChoice, "words">;

const names = Object.keys(noChoice) as (keyof PolicyChoice)[];

/** What an address chooses; what is no choice of ours is passed over. */
export function readPolicySearch(search: Readonly<Record<string, unknown>>): PolicySearch {
  const stated = names.flatMap((name) => {
    const value = search[name];
    const isText = typeof value === "string" || typeof value === "number";
    return isText && value !== "" ? [[name, String(value).slice(0, 100)] as const] : [];
  });
  return Object.fromEntries(stated);
}

/** The address of a choice: what chooses everything is left out of it. */
export const searchOf = (choice: PolicyChoice): PolicySearch => readPolicySearch(choice);

export const isChosen = (choice: PolicyChoice): boolean => names.some((name) => choice[name]);

const valuesOf: Record<Facet, (line: MeasureLine) => readonly string[]> = {
  document: ({ cite }) => [cite.document],
  mechanism: ({ mechanism }) => [mechanism],
  standing: ({ standing }) => [standing],
  agency: ({ lead }) => lead.map(({ id }) => id),
  addressee: ({ addressees }) => addressees,
  concern: ({ concerns }) => concerns,
};
const facets = Object.keys(valuesOf) as Facet[];

const textsOf = ({ title, summary, cite, lead }: MeasureLine): string[] =>
  [title, summary, cite.label, ...lead.map((agency) => agency.title)].flatMap(({ zh, en }) => [
    zh,
    en,
  ]);

const isFound = (line: MeasureLine, choice: PolicyChoice): boolean =>
  facets.every((facet) => !choice[facet] || valuesOf[facet](line).includes(choice[facet])) &&
  matches(choice.words, textsOf(line));

/** The measures that every choice lets through. */
export const foundBy = (lines: readonly MeasureLine[], choice: PolicyChoice): MeasureLine[] =>
  lines.filter((line) => isFound(line, choice));

/** How many measures each value of a facet would leave, the other choices kept as they are. */
export function countsOf(
  lines: readonly MeasureLine[],
  choice: PolicyChoice,
  facet: Facet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of foundBy(lines, { ...choice, [facet]: "" })) {
    for (const value of valuesOf[facet](line)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
