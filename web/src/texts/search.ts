/** What is looked for in the texts, and in which of them; it stands in the address. */
export type TextsSearch = { words?: string; document?: string };

const said = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).slice(0, 100) : "";

export function readTextsSearch(search: Readonly<Record<string, unknown>>): TextsSearch {
  const words = said(search["words"]);
  const document = said(search["document"]);
  return { ...(words && { words }), ...(document && { document }) };
}
