import type { Bilingual } from "../../base/message.ts";
import { standings, type PackSource, type Standing } from "../../rules/index.ts";

type Counts = Readonly<Record<Standing, number>>;

/** What of one document stands in the pack. */
export type DocumentSummary = {
  readonly document: string;
  readonly title: Bilingual;
  readonly measures: number;
  readonly standings: Counts;
  /** Measures by the mechanisms of the document, in its order. */
  readonly mechanisms: readonly number[];
  readonly tasks: number;
  /** Tasks by the groups of the document, in its order. */
  readonly groups: readonly number[];
  readonly campaigns: number;
  readonly targets: number;
  readonly paths: number;
  /** Cards, level by level of their addresses: mechanisms, ways, practices. */
  readonly cards: readonly number[];
  /** The cards that answer for a case. */
  readonly answering: number;
};

type Cited = { readonly value: { readonly cite: { readonly document: string } } };

const of = <T extends Cited>(located: readonly T[], document: string): T["value"][] =>
  located.flatMap(({ value }) => (value.cite.document === document ? [value] : []));

/** How many different addresses there are on each level: 1.2.3 stands in 1.2, and that in 1. */
function levelsOf(items: readonly (string | number)[]): number[] {
  const paths = items.map((item) => String(item).split("."));
  const depth = Math.max(0, ...paths.map((path) => path.length));
  return Array.from(
    { length: depth },
    (_, level) => new Set(paths.map((path) => path.slice(0, level + 1).join("."))).size,
  );
}

const ofStanding = (measures: readonly { readonly standing: Standing }[]): Counts =>
  Object.fromEntries(
    standings.map((one) => [one, measures.filter(({ standing }) => standing === one).length]),
  ) as Counts;

function summaryOf(source: PackSource, at: PackSource["documents"][number]): DocumentSummary {
  const { id, title, mechanisms } = at.value;
  const measures = of(source.measures, id);
  const tasks = of(source.tasks, id);
  const campaigns = of(source.campaigns, id);
  const cards = of(source.cards, id);
  return {
    document: id,
    title,
    measures: measures.length,
    standings: ofStanding(measures),
    mechanisms: mechanisms.map((one) => measures.filter((m) => m.mechanism === one.id).length),
    tasks: tasks.length,
    groups: mechanisms.map((one) => tasks.filter(({ group }) => group === one.id).length),
    campaigns: campaigns.length,
    targets: campaigns.reduce((sum, { targets }) => sum + targets.length, 0),
    paths: of(source.paths, id).length,
    cards: levelsOf(cards.map(({ cite }) => cite.item)),
    answering: cards.filter(({ rules = [] }) => rules.length > 0).length,
  };
}

const isEmpty = ({ measures, tasks, campaigns, paths, cards }: DocumentSummary): boolean =>
  measures + tasks + campaigns + paths + cards.length === 0;

/** Every document of which the pack holds something, the one with most measures first. */
export const summaries = (source: PackSource): DocumentSummary[] =>
  source.documents
    .map((located) => summaryOf(source, located))
    .filter((one) => !isEmpty(one))
    .sort((a, b) => b.measures - a.measures);

/**
 * The measures of a document in one line. It is made of the pack's own words and reads the same in
 * every language, so that a script may compare it.
 */
export function measuresLine({ measures, standings: by, mechanisms }: DocumentSummary): string {
  const parts = standings.map((one) => `${by[one]} ${one}`).join(", ");
  return `${measures} measures: ${parts}; ${mechanisms.join("/")} by mechanism`;
}
