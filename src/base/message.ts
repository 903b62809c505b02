/** The two languages of every screen and every message: Chinese first, English complete. */
export type Locale = "zh" | "en";

/** A text in both languages. A message without its translation does not type-check. */
export type Bilingual = { readonly zh: string; readonly en: string };

/** Says the same thing in both languages. */
export const bilingual = (zh: string, en: string): Bilingual => ({ zh, en });
