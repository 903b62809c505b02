import { useMemo, useState } from "react";
import type { Layer } from "../api/land.ts";
import { readShowing, type Showing } from "./address.ts";
import { paper } from "./layers.ts";

/**
 * Which layers the reader wants to see and how strongly, at first as the address says; and which
 * the map therefore hides.
 */
export function useShown(layers: readonly Layer[], address: string | undefined) {
  const [showing, setShowing] = useState<Showing>(() => readShowing(address));
  // The paper of the map is no one's to switch, unless an address hides it: it can come back.
  const [fixed] = useState(() => new Set([...paper].filter((id) => showing.shown.has(id))));
  const { shown, strengths } = showing;
  const hidden = useMemo(
    () =>
      new Set([...layers.map(({ id }) => id as string), "reach"].filter((id) => !shown.has(id))),
    [layers, shown],
  );
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    setShowing({ shown: next, strengths });
  };
  const weaken = (id: string, strength: number) =>
    setShowing({ shown, strengths: { ...strengths, [id]: strength } });
  return { shown, strengths, hidden, fixed, toggle, weaken };
}

export type Shown = ReturnType<typeof useShown>;
