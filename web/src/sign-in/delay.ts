/** How many whole seconds are left until an instant; none once it has passed. */
export const secondsLeft = (until: number, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1_000));

/** A length of time in minutes and seconds, for reading out. */
export const partsOf = (seconds: number): { minutes: number; seconds: number } => ({
  minutes: Math.floor(seconds / 60),
  seconds: seconds % 60,
});
