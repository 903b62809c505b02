import type { Map, Marker } from "maplibre-gl";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";

type Props = { map: Map; at: readonly [number, number]; title: string; line: string };

/**
 * A tag at the picked building, on a thin leader. The panel says the same, so it is hidden from
 * readers.
 */
export function Callout({ map, at, title, line }: Props) {
  const [element] = useState(() => {
    const made = document.createElement("div");
    made.className = "callout";
    made.setAttribute("aria-hidden", "true");
    return made;
  });
  const [lng, lat] = at;

  useEffect(() => {
    let marker: Marker | undefined;
    let isGone = false;
    void import("maplibre-gl").then(({ Marker: Made }) => {
      if (isGone) return;
      marker = new Made({ element, anchor: "bottom-left" }).setLngLat([lng, lat]).addTo(map);
      // The drawn map gives a marker a role and a name of its own; this one is decoration.
      for (const name of ["role", "aria-label", "tabindex"]) element.removeAttribute(name);
    });
    return () => {
      isGone = true;
      marker?.remove();
    };
  }, [map, element, lng, lat]);

  return createPortal(
    <>
      <svg width="14" height="40" viewBox="0 0 14 40">
        <path d="M1 38L13 12V0" fill="none" stroke="var(--ink)" />
        <circle cx="2" cy="37" r="2.5" fill="var(--on-indigo)" />
      </svg>
      <div className="calltag">
        <b>{title}</b>
        {line && <small>{line}</small>}
      </div>
    </>,
    element,
  );
}
