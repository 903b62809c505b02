import { useMemo } from "react";
import type { City } from "../api/land.ts";
import { useSettings } from "../app/settings.ts";
import { useDark } from "../app/useDark.ts";
import type { StyleInput } from "./style/layer.ts";
import { readPalette } from "./style/palette.ts";

/** What the drawn map is styled from; it changes with theme, language and strengths only. */
export function useStyleInput(city: City, strengths: StyleInput["strengths"]): StyleInput {
  const { locale } = useSettings();
  const isDark = useDark();
  return useMemo(
    () => ({ palette: readPalette(), locale, city, strengths }),
    // The palette is read from the page, which the theme repaints.
    [locale, city, strengths, isDark],
  );
}
