import type { Bilingual } from "../../base/message.ts";
import type { PackSource } from "../../rules/index.ts";

export const citingKinds = [
  "measure",
  "project",
  "task",
  "campaign",
  "path",
  "card",
  "branch",
] as const;
export type CitingKind = (typeof citingKinds)[number];

/** Something in the pack that rests on a clause, and the hash that the clause had then. */
export type Citing = {
  readonly kind: CitingKind;
  readonly id: string;
  readonly title: Bilingual;
  readonly document: string;
  readonly item: string;
  readonly sha256: string;
};

type Cite = { readonly document: string; readonly item: string | number; readonly sha256: string };
type Value = { readonly id: string; readonly title: Bilingual; readonly cite: Cite };

const citing =
  (kind: CitingKind) =>
  ({ value: { id, title, cite } }: { readonly value: Value }): Citing => ({
    kind,
    id,
    title,
    document: cite.document,
    item: String(cite.item),
    sha256: cite.sha256,
  });

/** Every citation of a pack: one for each clause that something rests on. */
export const citationsOf = (source: PackSource): Citing[] => [
  ...source.measures.map(citing("measure")),
  ...source.projects.map(citing("project")),
  ...source.tasks.map(citing("task")),
  ...source.campaigns.map(citing("campaign")),
  ...source.paths.map(citing("path")),
  ...source.cards.map(citing("card")),
  ...source.branches.map(citing("branch")),
];
