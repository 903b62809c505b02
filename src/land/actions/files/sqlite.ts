/** A name of a file's own in a statement to SQLite: it stays a name, whatever it holds. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
