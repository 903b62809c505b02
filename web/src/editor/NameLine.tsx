import { useTranslation } from "react-i18next";
import type { Suggestion } from "../../../src/rules/index.ts";
import { useSettings } from "../app/settings.ts";
import { linesOf } from "./text/describe.ts";
import { useKindWords } from "./useKindWords.ts";

/** What the name at the cursor is: for whoever has no mouse to hover with. */
export function NameLine({ name }: { name: Suggestion | undefined }) {
  const { locale } = useSettings();
  const { i18n } = useTranslation("editor");
  const words = useKindWords();
  const lines = name ? linesOf(name, { locale, words }) : [];
  return (
    <p className="nameline small" role="status" lang={i18n.language === "en" ? "en" : "zh-CN"}>
      {lines.join("　")}
    </p>
  );
}
