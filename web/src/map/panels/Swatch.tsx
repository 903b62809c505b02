import type { ReactNode } from "react";
import { lookOf, type LayerLook } from "../style/looks.ts";

/** What has a stroke of its own: units and roads. */
const lines: Record<string, ReactNode> = {
  blocks: <path d="M0 6H22" className="blk" />,
  districts: <path d="M0 6H22" stroke="var(--ink-2)" strokeWidth="1.2" />,
  parcels: <path d="M0 6H22" stroke="var(--edge)" strokeWidth=".7" />,
  renewal_units: <path d="M0 6H22" stroke="var(--maybe)" strokeWidth="1.4" />,
  rail_lines: <path d="M0 6H22" className="metro" />,
  reach: <path d="M0 6H22" className="reach" />,
  ring_roads: <path d="M0 6H22" stroke="var(--edge)" strokeWidth="3" />,
};

const fills: Record<string, string> = { parks: "var(--green)", rivers: "var(--water)" };

function Hatched({ colour }: { colour: string }) {
  return (
    <>
      <path d="M1 11l10-10M6 11l10-10M11 11l10-10M1 6l5-5M16 11l5-5" stroke={colour} />
      <rect x=".5" y=".5" width="21" height="11" fill="none" stroke={colour} />
    </>
  );
}

/** The same tint, hatch, stroke or dot as on the map. */
function Looked({ look: { wash, hatch, edge, dash, dot } }: { look: LayerLook }) {
  if (!edge && dot) return <circle cx="11" cy="6" r="4" fill={`var(--${dot})`} />;
  const stroke = edge && `var(--${edge})`;
  if (hatch) return <Hatched colour={stroke ?? "var(--edge)"} />;
  const dashes = dash && { strokeDasharray: dash.map((length) => length * 1.2).join(" ") };
  if (!wash) return <path d="M0 6H22" stroke={stroke} strokeWidth="1.4" {...dashes} />;
  return (
    <>
      <rect width="22" height="12" fill={`var(--${wash[0]})`} fillOpacity={wash[1]} />
      <rect x=".5" y=".5" width="21" height="11" fill="none" stroke={stroke} {...dashes} />
    </>
  );
}

function Drawn({ layer }: { layer: string }) {
  if (lines[layer]) return lines[layer];
  if (fills[layer]) return <rect width="22" height="12" fill={fills[layer]} />;
  const look = lookOf(layer);
  if (look) return <Looked look={look} />;
  if (layer === "unknown") return <Hatched colour="var(--b-a)" />;
  return <circle cx="11" cy="6" r="4" fill="var(--sheet)" stroke="var(--ink)" strokeWidth="1.5" />;
}

/** A sample of how the map draws a layer. */
export function Swatch({ layer, colour }: { layer?: string; colour?: string }) {
  return (
    <svg className="sw" width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
      {colour && <rect width="22" height="12" fill={colour} />}
      {layer && <Drawn layer={layer} />}
    </svg>
  );
}
