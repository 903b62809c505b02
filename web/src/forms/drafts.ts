const prefix = "zhibu.draft.";

export type Draft = Readonly<Record<string, string>>;

/** What was kept, as far as the form still has a place for it. */
export function readDraft<Form extends Draft>(kept: string | null, empty: Form): Form {
  if (kept === null) return empty;
  const read: unknown = JSON.parse(kept);
  if (typeof read !== "object" || read === null) return empty;
  const known = Object.entries(read).filter(
    ([name, value]) => name in empty && typeof value === "string",
  );
  return { ...empty, ...Object.fromEntries(known) };
}

/** A browser may forbid storage, or hold what is no draft; a form then begins empty. */
export function keptDraft<Form extends Draft>(name: string, empty: Form): Form {
  try {
    return readDraft(sessionStorage.getItem(prefix + name), empty);
  } catch (cause) {
    console.info("Nothing typed is kept in this browser:", cause);
    return empty;
  }
}

export function keepDraft(name: string, draft: Draft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(prefix + name, JSON.stringify(draft));
    else sessionStorage.removeItem(prefix + name);
  } catch (cause) {
    console.info("Nothing typed is kept in this browser:", cause);
  }
}

/** Forgets everything typed: whoever sits down next must not find it. */
export function forgetDrafts(): void {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
    for (const name of names) sessionStorage.removeItem(name);
  } catch (cause) {
    console.info("Nothing typed is kept in this browser:", cause);
  }
}
