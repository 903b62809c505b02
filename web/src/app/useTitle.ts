import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

let shown = "";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(title: string, whole: string): void {
  shown = title;
  document.title = whole;
  for (const listener of listeners) listener();
}

/** Names the page: in the browser's tab and history, and for whoever hears it. */
export function useTitle(title: string | undefined): void {
  const { t } = useTranslation("shell");
  const brand = t("brand");
  useEffect(() => {
    show(title ?? brand, title ? `${title} · ${brand}` : brand);
  }, [title, brand]);
}

/** What the page that is open has been named. */
export const useShownTitle = (): string => useSyncExternalStore(subscribe, () => shown);
