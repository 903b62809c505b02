/**
 * A question about whole numbers: does the part of the condition come out as wanted at this one?
 */
export type Probe = (quanta: number) => boolean;

export type Reach = {
  /** Where the fact stands today; undefined where nobody knows. */
  readonly from: number | undefined;
  readonly min: number;
  readonly max: number;
};

export type Flip = { readonly to: number; readonly direction: "at_least" | "at_most" };

/** Halves the way between a number that fails and one that holds: the first one that holds. */
function firstHolding(fails: number, holds: number, probe: Probe): number {
  let [bad, good] = [fails, holds];
  while (Math.abs(good - bad) > 1) {
    const middle = bad + Math.trunc((good - bad) / 2);
    if (probe(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Goes from a number in steps that double until the answer turns; the last two numbers tried. */
function stride(start: number, end: number, turns: Probe): readonly [number, number] | undefined {
  const way = end >= start ? 1 : -1;
  let last = start;
  for (let step = 1; last !== end; step *= 2) {
    const next = (end - last) * way <= step ? end : last + way * step;
    if (turns(next)) return [last, next];
    last = next;
  }
  return undefined;
}

/**
 * The nearest values at which a comparison comes out as wanted, upwards and downwards.
 * Exact for comparisons that turn once each way; whole quanta make strictness come out by itself.
 */
export function flips({ from, min, max }: Reach, probe: Probe): readonly Flip[] {
  const start = from ?? min;
  if (probe(start)) return from === undefined ? holdingFrom(start, max, probe) : [];
  const found: Flip[] = [];
  const up = stride(start, max, probe);
  if (up) found.push({ to: firstHolding(up[0], up[1], probe), direction: "at_least" });
  const down = start > min ? stride(start, min, probe) : undefined;
  if (down) found.push({ to: firstHolding(down[0], down[1], probe), direction: "at_most" });
  return found;
}

/** Of a fact that nobody knows, and that does at its least: how far up it still does. */
function holdingFrom(start: number, max: number, probe: Probe): readonly Flip[] {
  const turn = stride(start, max, (quanta) => !probe(quanta));
  if (!turn) return [{ to: start, direction: "at_least" }];
  const last = firstHolding(turn[1], turn[0], probe);
  return [{ to: last, direction: "at_most" }];
}
