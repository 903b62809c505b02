import { useSyncExternalStore } from "react";
import type { Locale } from "../../../src/base/message.ts";

export type Theme = "light" | "dark" | "system";
export type Settings = { readonly theme: Theme; readonly locale: Locale };

const keys = { theme: "zhibu.theme", locale: "zhibu.locale" } as const;

/** A browser may forbid storage; the settings then last as long as the page. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (cause) {
    console.info("Settings are not kept in this browser:", cause);
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (cause) {
    console.info("Settings are not kept in this browser:", cause);
  }
}

function initial(): Settings {
  const theme = stored(keys.theme);
  const locale = stored(keys.locale);
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    locale: locale === "en" ? "en" : "zh",
  };
}

let current = initial();
const listeners = new Set<() => void>();

/**
 * Shows the settings on the document: the theme as an attribute, the language for screen readers.
 */
function show({ theme, locale }: Settings): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  root.lang = locale === "en" ? "en" : "zh-CN";
}

function change(next: Partial<Settings>): void {
  current = { ...current, ...next };
  if (next.theme) keep(keys.theme, next.theme);
  if (next.locale) keep(keys.locale, next.locale);
  show(current);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const settings = { read: () => current, change, subscribe, show: () => show(current) };

export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => current);
