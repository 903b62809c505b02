/** What is, what was before it, and what was taken back. */
export type Steps<State> = {
  readonly before: readonly State[];
  readonly now: State;
  readonly after: readonly State[];
};

export const firstStep = <State>(now: State): Steps<State> => ({ before: [], now, after: [] });

/** Goes on to a state; one that is the same is no step. */
export function stepped<State>(steps: Steps<State>, now: State): Steps<State> {
  if (now === steps.now) return steps;
  return { before: [...steps.before, steps.now], now, after: [] };
}

export function undone<State>({ before, now, after }: Steps<State>): Steps<State> {
  const last = before.at(-1);
  if (last === undefined) return { before, now, after };
  return { before: before.slice(0, -1), now: last, after: [now, ...after] };
}

export function redone<State>({ before, now, after }: Steps<State>): Steps<State> {
  const [next, ...rest] = after;
  if (next === undefined) return { before, now, after };
  return { before: [...before, now], now: next, after: rest };
}
