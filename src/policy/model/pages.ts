import type { FactDictionary, PackLine, PackTexts } from "../contract.ts";
import { engineVersion } from "../../rules/index.ts";
import type { Book } from "./book.ts";

const valuesOf = <T>(located: readonly { readonly value: T }[]): T[] =>
  located.map(({ value }) => value);

/** The pack in force: what it is, and how much it holds. */
export function packLine({ source, program }: Book, today: string): PackLine {
  const { id, version, title, zone } = source.manifest;
  const cases = source.measures.reduce((sum, { value }) => sum + (value.cases?.length ?? 0), 0);
  return {
    id,
    version,
    title,
    encoding: program.encoding,
    engine: engineVersion,
    zone,
    today,
    documents: valuesOf(source.documents).map(({ text: _text, ...document }) => document),
    counts: {
      measures: source.measures.length,
      rules: program.rules.length,
      facts: program.facts.length,
      cases,
      projects: source.projects.length,
    },
  };
}

export const factDictionary = ({ source }: Book): FactDictionary => ({
  groups: valuesOf(source.groups),
  facts: valuesOf(source.facts),
});

/** The files that the pack in force was compiled from: a draft is checked among them. */
export const packTexts = ({ source }: Book): PackTexts => ({
  pack: source.manifest.id,
  encoding: source.encoding,
  files: [...source.texts].map(([path, text]) => ({ path, text })),
});
