import type { ReactNode } from "react";

const lines: Record<string, ReactNode> = {
  blocks: <path d="M0 6H22" className="blk" />,
  districts: <path d="M0 6H22" stroke="var(--ink-2)" strokeWidth="1.2" />,
  parcels: <path d="M0 6H22" stroke="var(--edge)" strokeWidth=".7" />,
  renewal_units: <path d="M0 6H22" stroke="var(--maybe)" strokeWidth="1.4" />,
  blue_lines: <path d="M0 6H22" className="blueline" />,
  green_lines: (
    <path d="M0 6H22" stroke="var(--green-ink)" strokeWidth="1.4" strokeDasharray="7 2 2 2" />
  ),
  rail_lines: <path d="M0 6H22" className="metro" />,
  reach: <path d="M0 6H22" className="reach" />,
  ring_roads: <path d="M0 6H22" stroke="var(--edge)" strokeWidth="3" />,
  ecological_red_line: <path d="M0 6H22" stroke="var(--stop)" strokeWidth="1.4" />,
};

const fills: Record<string, string> = {
  parks: "var(--green)",
  rivers: "var(--water)",
  historic_blocks: "var(--r-core)",
  key_areas: "var(--r-sub)",
  farmland: "var(--r-eco)",
};

const hatched: ReadonlySet<string> = new Set(["strategic_white", "heritage_sites"]);

function Hatched({ colour }: { colour: string }) {
  return (
    <>
      <path d="M1 11l10-10M6 11l10-10M11 11l10-10M1 6l5-5M16 11l5-5" stroke={colour} />
      <rect x=".5" y=".5" width="21" height="11" fill="none" stroke={colour} />
    </>
  );
}

function Drawn({ layer }: { layer: string }) {
  if (lines[layer]) return lines[layer];
  if (fills[layer]) return <rect width="22" height="12" fill={fills[layer]} />;
  if (hatched.has(layer)) return <Hatched colour="var(--edge)" />;
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
