import { useSyncExternalStore } from "react";
import { useSettings } from "./settings.ts";

const query = () => matchMedia("(prefers-color-scheme: dark)");

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** Whether the page stands in the dark theme, chosen or by the system. */
export function useDark(): boolean {
  const { theme } = useSettings();
  const system = useSyncExternalStore(subscribe, () => query().matches);
  return theme === "system" ? system : theme === "dark";
}
