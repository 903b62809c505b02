import type { Campaign, PackSource } from "../../rules/index.ts";
import type { Account } from "./figures.ts";

/** A clause that something of the pack cites, with all that rests on it. */
export type CitedClause = {
  readonly document: string;
  readonly item: string;
  readonly accounts: readonly Account[];
};

type Cites = { readonly cite: { readonly document: string; readonly item: string | number } };
type Accounting = Cites & Partial<Account> & { readonly id: string };

const targetsOf = (targets: Campaign["targets"]): Account["targets"] =>
  Object.fromEntries(targets.map((target) => [target.id, [target]]));

/** All that cites a clause and accounts for its numerals and words. */
function accountings(source: PackSource): Accounting[] {
  const { measures, tasks, campaigns, paths, cards } = source;
  return [
    ...measures.map(({ value }): Accounting => ({ ...value, due: value.duty?.due })),
    ...tasks.map(({ value }): Accounting => value),
    ...campaigns.map(({ value }): Accounting => ({ ...value, targets: targetsOf(value.targets) })),
    ...paths.map(({ value }): Accounting => value),
    ...cards.map(({ value }): Accounting => value),
  ];
}

const accountOf = ({ id, figures, words, parameters, targets, due }: Accounting): Account => ({
  id,
  figures: figures ?? [],
  words: words ?? [],
  parameters: parameters ?? {},
  targets: targets ?? {},
  due,
});

/** Every clause that the pack cites, once, in the order in which the pack names it. */
export function citedClauses(source: PackSource): CitedClause[] {
  const byPlace = new Map<string, CitedClause>();
  for (const one of accountings(source)) {
    const { document, item } = one.cite;
    const key = `${document} ${item}`;
    const accounts = [...(byPlace.get(key)?.accounts ?? []), accountOf(one)];
    byPlace.set(key, { document, item: String(item), accounts });
  }
  return [...byPlace.values()];
}
