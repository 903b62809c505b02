/** A draft as this browser keeps it, with the encoding of the pack on which it was begun. */
export type Kept = { readonly encoding: string; readonly text: string };

const keyOf = (path: string): string => `zhibu.draft.${path}`;

const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<Kept>).encoding === "string" &&
  typeof (value as Partial<Kept>).text === "string";

/** The draft of a file, where this browser has one. What is no draft is none. */
export function keptDraft(path: string): Kept | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(path)) ?? "null");
    return isKept(value) ? value : undefined;
  } catch (cause) {
    console.info("No draft can be read in this browser:", cause);
    return undefined;
  }
}

/** Keeps a draft, or forgets it; tells whether the browser did so: it may forbid it, or be full. */
export function keepDraft(path: string, draft: Kept | undefined): boolean {
  try {
    if (draft) localStorage.setItem(keyOf(path), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(path));
    return true;
  } catch (cause) {
    console.info("The draft is not kept in this browser:", cause);
    return false;
  }
}
