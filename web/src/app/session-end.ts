const minuteMs = 60_000;

/** From here on whoever is signed in is told that their session ends. */
const tellFromMinutes = 10;

/** How many minutes a session still has, the one that has begun counted whole; 0 once it ended. */
export const minutesLeft = (endsAt: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(endsAt) - now) / minuteMs));

/** Whether the end is near enough to speak of, and not past. */
export const isEnding = (minutes: number): boolean => minutes > 0 && minutes <= tellFromMinutes;
