import type { Locale } from "../base/message.ts";

/** The first language of Accept-Language that this application speaks; Chinese when none is. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 200)
    .split(",")
    .map((entry) => {
      const [tag = "", weight] = entry
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { language: tag.split("-", 1)[0], weight: Number(weight ?? 1) };
    })
    .filter(({ language, weight }) => (language === "zh" || language === "en") && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === "en" ? "en" : "zh";
}
