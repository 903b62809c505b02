import type { CrsCandidate, Findings } from "../api/imports.ts";

type Crs = Findings["crs"];

const mark = ":swapped";

/** What was done wrong to the coordinates before they came, as far as the evidence tells. */
export type Slip = "gcj" | "bd" | "swapped" | "wrongCode";

const plain = ["EPSG:4326", "EPSG:4490", "CRS84", "OGC:CRS84", "WGS84", "WGS 84"];

/** Names under which degrees that are not shifted go. */
const isDegrees = (crs: string): boolean => plain.some((name) => crs.toUpperCase().includes(name));

function isSame(stated: string, proposed: string): boolean {
  return stated === proposed || (isDegrees(stated) && isDegrees(proposed));
}

/** How what is proposed differs from what the file pretends to be. */
export function slipsOf({ stated, proposed }: Crs): Slip[] {
  if (proposed === null) return [];
  const isSwapped = proposed.endsWith(mark);
  const bare = isSwapped ? proposed.slice(0, -mark.length) : proposed;
  const isShifted = bare === "GCJ-02" || bare === "BD-09";
  const isWrong = !isShifted && stated !== null && !isSame(stated, bare);
  return [
    ...(bare === "GCJ-02" ? (["gcj"] as const) : []),
    ...(bare === "BD-09" ? (["bd"] as const) : []),
    ...(isSwapped ? (["swapped"] as const) : []),
    ...(isWrong ? (["wrongCode"] as const) : []),
  ];
}

/** By what the proposed system is told from the next best. */
export type Proof =
  | { kind: "outlines"; near: number; far: number | null }
  | { kind: "named"; share: number; next: number | null }
  | { kind: "none" };

const others = (all: readonly CrsCandidate[], crs: string): CrsCandidate[] =>
  all.filter((one) => one.crs !== crs);

const least = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
};

const most = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
};

/** The figures that speak for what is proposed, beside those of its strongest rival. */
export function proofOf({ proposed, candidates }: Crs): Proof {
  const own = candidates.find(({ crs }) => crs === proposed);
  if (!own || proposed === null) return { kind: "none" };
  const rivals = others(candidates, proposed);
  if (own.outlineM !== null) {
    const far = least(rivals.map(({ outlineM }) => outlineM));
    return { kind: "outlines", near: own.outlineM, far };
  }
  if (own.namedShare !== null) {
    const next = most(rivals.map(({ namedShare }) => namedShare));
    return { kind: "named", share: own.namedShare, next };
  }
  return { kind: "none" };
}

/** As many candidates as are shown at once. */
const shownAtFirst = 6;

/** The proposed one first, then as they come; those beyond the first few are asked for. */
export function arranged({ proposed, candidates }: Crs): {
  shown: CrsCandidate[];
  rest: CrsCandidate[];
} {
  const own = candidates.filter(({ crs }) => crs === proposed);
  const all = [...own, ...candidates.filter(({ crs }) => crs !== proposed)];
  return { shown: all.slice(0, shownAtFirst), rest: all.slice(shownAtFirst) };
}
