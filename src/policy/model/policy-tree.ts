import type { PolicyBranch } from "../../rules/index.ts";
import type { BranchLine, PolicyTree } from "../contract.ts";
import { citationLabel, type Book } from "./book.ts";

type Titled = BranchLine["campaigns"][number];
type Held = PolicyBranch["holds"][number];

/** What of one document, or of one of its mechanisms, stands in the pack. */
function heldLine({ source }: Book, { document: id, mechanism }: Held): BranchLine["holds"] {
  const document = source.documents.find(({ value }) => value.id === id)?.value;
  if (!document) return [];
  const part = document.mechanisms.find((one) => one.id === mechanism);
  const isPart = (group: string) => mechanism === undefined || group === mechanism;
  const measures = source.measures
    .filter(({ value }) => value.cite.document === id && isPart(value.mechanism))
    .map(({ value }): Titled => ({ id: value.id, title: value.title }));
  const tasks = source.tasks
    .filter(({ value }) => value.cite.document === id && isPart(value.group))
    .map(({ value }): Titled => ({ id: value.id, title: value.title }));
  return [
    {
      document: { id, title: document.title },
      mechanism: part ? { id: part.id, title: part.title } : null,
      measures,
      tasks,
    },
  ];
}

function branchLine(book: Book, branch: PolicyBranch): BranchLine {
  const { id, layer, title, cite, holds, campaigns = [], lacks = [] } = branch;
  const named = book.source.campaigns.filter(({ value }) => campaigns.includes(value.id));
  return {
    id,
    layer,
    title,
    cite: { ...cite, label: citationLabel(book, cite.document, cite.item) },
    holds: holds.flatMap((held) => heldLine(book, held)),
    campaigns: named.map(({ value }) => ({ id: value.id, title: value.title })),
    lacks,
  };
}

/** The tree 1+N+X, as the documents put it. */
export const policyTree = (book: Book): PolicyTree => ({
  branches: book.source.branches.map(({ value }) => branchLine(book, value)),
});
