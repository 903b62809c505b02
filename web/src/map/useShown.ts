import { useMemo, useState } from "react";
import type { Layer } from "../api/land.ts";
import { shownAtFirst } from "./layers.ts";

/** Which layers the reader wants to see, and which sources the map therefore hides. */
export function useShown(layers: readonly Layer[]) {
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set([...shownAtFirst, "reach"]),
  );
  const hidden = useMemo(
    () =>
      new Set([...layers.map(({ id }) => id as string), "reach"].filter((id) => !shown.has(id))),
    [layers, shown],
  );
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    setShown(next);
  };
  return { shown, hidden, toggle };
}
