import type { CrsCandidate, CrsVerdict } from "../../contract.ts";
import type { Coordinate } from "../layer.ts";
import { toPlane } from "../projection.ts";
import type { CityOutline } from "./city-outline.ts";
import { polygonsOf, positionsOf } from "./shape.ts";
import { statedChoice } from "./stated.ts";
import { choices, degreesOf, nameOfChoice, titleOfChoice, type CrsChoice } from "./systems.ts";
import type { FileRow, FileShape } from "./table.ts";

/** Points of a file from which its coordinate system is told. */
export type Clues = {
  /** One point of each of some rows, spread over the file. */
  readonly points: readonly Coordinate[];
  /** Points of rows that name the district they lie in. */
  readonly named: readonly { readonly adcode: string; readonly at: Coordinate }[];
  /** Points on outlines that are the district they name. */
  readonly outlines: readonly { readonly adcode: string; readonly at: Coordinate }[];
};

const most = { points: 600, named: 3_000, outlineRows: 60, ofOutline: 80 } as const;

/** Every so many-th of a list. */
const spread = <T>(list: readonly T[], count: number): T[] => {
  const step = Math.max(1, Math.ceil(list.length / count));
  return list.filter((_, place) => place % step === 0);
};

function districtOf(row: FileRow, city: CityOutline): string | undefined {
  for (const cell of row.cells.values()) {
    const found =
      typeof cell === "string" || typeof cell === "number"
        ? city.districtNamed(String(cell))
        : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A point inside of a polygon that is compact, else its first point. */
function pointOf(shape: FileShape): Coordinate | undefined {
  const all = positionsOf(shape);
  if (polygonsOf(shape).length === 0) return all[0];
  const sum = all.reduce<Coordinate>((total, at) => [total[0] + at[0], total[1] + at[1]], [0, 0]);
  return all.length === 0 ? undefined : [sum[0] / all.length, sum[1] / all.length];
}

/** Collects clues while rows pass by. */
export class ClueCollector {
  private readonly points: Coordinate[] = [];
  private readonly named: { adcode: string; at: Coordinate }[] = [];
  private readonly drawn: { adcode: string; shape: FileShape }[] = [];
  private step = 1;
  private seen = 0;

  private readonly city: CityOutline;

  constructor(city: CityOutline) {
    this.city = city;
  }

  add(row: FileRow): void {
    const at = row.shape && pointOf(row.shape);
    if (!row.shape || !at) return;
    if (this.seen % this.step === 0) this.keep(at);
    this.seen += 1;
    const adcode = districtOf(row, this.city);
    if (adcode === undefined) return;
    if (this.named.length < most.named) this.named.push({ adcode, at });
    const isDrawn = polygonsOf(row.shape).length > 0 && this.drawn.length <= most.outlineRows;
    if (isDrawn) this.drawn.push({ adcode, shape: row.shape });
  }

  private keep(at: Coordinate): void {
    this.points.push(at);
    if (this.points.length < 2 * most.points) return;
    this.points.splice(0, Infinity, ...this.points.filter((_, place) => place % 2 === 0));
    this.step *= 2;
  }

  clues(): Clues {
    const isFileOfDistricts =
      this.drawn.length > 0 &&
      this.drawn.length <= most.outlineRows &&
      new Set(this.drawn.map(({ adcode }) => adcode)).size === this.drawn.length;
    const outlines = isFileOfDistricts
      ? this.drawn.flatMap(({ adcode, shape }) =>
          spread(positionsOf(shape), most.ofOutline).map((at) => ({ adcode, at })),
        )
      : [];
    return { points: spread(this.points, most.points), named: this.named, outlines };
  }
}

const shareOf = <T>(list: readonly T[], holds: (one: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle);
}

type Try = CrsCandidate & { readonly choice: CrsChoice };

function attempt(choice: CrsChoice, clues: Clues, city: CityOutline): Try {
  const place = (at: Coordinate) => toPlane(degreesOf(choice, at));
  const insideShare = rounded(
    shareOf(clues.points, (at) => city.districtAt(place(at)) !== undefined),
  );
  const isFar = insideShare < 0.2;
  const { named, outlines } = clues;
  return {
    choice,
    crs: nameOfChoice(choice),
    title: titleOfChoice(choice),
    insideShare,
    namedShare:
      isFar || named.length === 0
        ? null
        : rounded(shareOf(named, ({ adcode, at }) => city.districtAt(place(at)) === adcode)),
    outlineM:
      isFar || outlines.length === 0
        ? null
        : median(outlines.map(({ adcode, at }) => city.borderDistance(place(at), adcode))),
  };
}

/** The one whose outlines lie clearly nearer to the borders than those of any other. */
function provedByOutline(rivals: readonly Try[]): Try | undefined {
  const [first, second] = rivals
    .filter(({ outlineM }) => outlineM !== null)
    .sort((a, b) => a.outlineM! - b.outlineM!);
  if (!first) return undefined;
  return !second || first.outlineM! < 0.6 * second.outlineM! ? first : undefined;
}

/** The one in which clearly fewer rows miss the district that they name. */
function provedByNames(rivals: readonly Try[], count: number): Try | undefined {
  const misses = ({ namedShare }: Try): number => (1 - (namedShare ?? 0)) * count;
  const [first, second] = [...rivals].sort((a, b) => misses(a) - misses(b));
  if (!first || !second || first.namedShare === null) return undefined;
  const isClear = misses(second) - misses(first) >= 10 && misses(first) * 2 <= misses(second);
  return isClear ? first : undefined;
}

type Judged = { readonly verdict: CrsVerdict; readonly proposed: string | null };

function judge(tries: readonly Try[], stated: CrsChoice | undefined, clues: Clues): Judged {
  const best = Math.max(0, ...tries.map(({ insideShare }) => insideShare));
  const rivals = tries.filter(({ insideShare }) => insideShare > 0.2 && insideShare >= best - 0.2);
  const proved = provedByOutline(rivals) ?? provedByNames(rivals, clues.named.length);
  if (proved) return { verdict: "proved", proposed: proved.crs };
  const said = stated && rivals.find(({ crs }) => crs === nameOfChoice(stated));
  if (said) return { verdict: "stated", proposed: said.crs };
  const [only] = rivals;
  if (only && rivals.length === 1) return { verdict: "only", proposed: only.crs };
  return { verdict: "open", proposed: null };
}

/**
 * Which coordinate system the file is in, by what falls where. Systems that differ by less than
 * what can be seen stay rivals: then the user is asked.
 */
export function weighCrs(
  clues: Clues,
  stated: string | null,
  city: CityOutline,
): { verdict: CrsVerdict; proposed: string | null; candidates: CrsCandidate[] } {
  const tries = choices.map((choice) => attempt(choice, clues, city));
  const judged = judge(tries, stated === null ? undefined : statedChoice(stated), clues);
  const candidates = tries
    .filter(({ insideShare }) => insideShare > 0)
    .sort((a, b) => b.insideShare - a.insideShare || (a.outlineM ?? 0) - (b.outlineM ?? 0))
    .map(({ choice: _, ...candidate }) => candidate);
  return { ...judged, candidates };
}
