import type { Bilingual } from "../../../src/base/message.ts";
import { useSettings } from "./settings.ts";

/** Picks the reader's language of a text that stands in both. */
export function useSay(): (text: Bilingual) => string {
  const { locale } = useSettings();
  return (text) => text[locale];
}
