import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { KindWords } from "./text/describe.ts";

/** The page's words for what a name is. */
export function useKindWords(): KindWords {
  const { t } = useTranslation("editor");
  return useMemo(
    () => ({
      kinds: {
        fact: t("kinds.fact"),
        parameter: t("kinds.parameter"),
        let: t("kinds.let"),
        function: t("kinds.function"),
        word: t("kinds.word"),
        unit: t("kinds.unit"),
        option: t("kinds.option"),
        register: t("kinds.register"),
      },
      types: {
        boolean: t("types.boolean"),
        quantity: t("types.quantity"),
        enumeration: t("types.enumeration"),
        text: t("types.text"),
        date: t("types.date"),
        list: t("types.list"),
        geometry: t("types.geometry"),
      },
    }),
    [t],
  );
}
