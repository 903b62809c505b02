import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

let count = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  count += 1;
  for (const listener of listeners) listener();
}

/** The server keeps tiles until word of the change has reached it: within a second, as a rule. */
const askAgainMs = [700, 2_000, 6_000];

/** Asks anew for all that the map shows. */
export async function askAnew(client: QueryClient): Promise<void> {
  tell();
  await client.invalidateQueries({ queryKey: ["land"] });
}

/** The same after a change that somebody has just made on one of the map's pages. */
export async function refreshMap(client: QueryClient): Promise<void> {
  for (const ms of askAgainMs) setTimeout(tell, ms);
  await askAnew(client);
}

/** Counts how often is asked anew: whoever holds drawn tiles asks for them again with it. */
export const useMapRefresh = (): number => useSyncExternalStore(subscribe, () => count);
