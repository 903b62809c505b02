import { useTranslation } from "react-i18next";
import type { Feature } from "../api/land.ts";
import { figure } from "../marks/format.ts";

const number = (value: unknown): number | undefined =>
  typeof value === "number" && value > 0 ? value : undefined;

/** "1978 年 · 4 层 · 23.6 m": what the register says, and nothing for what it does not. */
export function useBuildingLine(): (feature: Feature) => string {
  const { t } = useTranslation("map");
  return ({ properties }) => {
    const year = number(properties["built_year"]);
    const floors = number(properties["floors"]);
    const height = number(properties["height"]);
    const parts = [
      ...(year ? [t("years", { year })] : []),
      ...(floors ? [t("floors", { count: floors })] : []),
      ...(height ? [t("metres", { value: figure(height) })] : []),
    ];
    return parts.join(" · ");
  };
}
