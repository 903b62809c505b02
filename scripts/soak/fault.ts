/** One thing that is wrong: what kind of thing, and where it was seen. */
export type Fault = { readonly kind: string; readonly example: string };

export type FaultCount = Fault & { readonly count: number };

/** What is broken or lost, before what is only said badly. */
const grave = /^(status 5|no answer|rows of|logged)/;

/** Faults counted by kind, each with the first that was seen; the grave kinds first. */
export function countFaults(faults: readonly Fault[]): FaultCount[] {
  const byKind = new Map<string, FaultCount>();
  for (const { kind, example } of faults) {
    const seen = byKind.get(kind) ?? { kind, example, count: 0 };
    byKind.set(kind, { ...seen, count: seen.count + 1 });
  }
  const rank = ({ kind }: Fault): number => (grave.test(kind) ? 0 : 1);
  return [...byKind.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}
