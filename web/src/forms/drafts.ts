export type Draft = Readonly<Record<string, string>>;

/**
 * What is typed is kept in this page alone, never in the browser's storage: it outlasts a sign-in
 * in between, and is gone with the tab, because names stand in it.
 */
const drafts = new Map<string, Draft>();

export const keptDraft = <Form extends Draft>(name: string, empty: Form): Form => ({
  ...empty,
  ...drafts.get(name),
});

export function keepDraft(name: string, draft: Draft | undefined): void {
  if (draft) drafts.set(name, draft);
  else drafts.delete(name);
}

/** Forgets everything typed: whoever sits down next must not find it. */
export const forgetDrafts = (): void => drafts.clear();
