import { civilDateIn } from "../../base/date.ts";

/** When backups are made: each day at a time of the city, or every so many hours. */
export type Schedule =
  | { readonly kind: "daily"; readonly minutes: number; readonly zone: string }
  | { readonly kind: "hourly"; readonly hours: number };

const minuteMs = 60_000;
const hourMs = 3_600_000;

/**
 * The turn that an instant belongs to. A turn that was missed is made up for at the next look; a
 * clock that is set back comes to a turn that has been taken.
 */
export function slotOf(schedule: Schedule, now: Date): string {
  if (schedule.kind === "hourly") {
    return `hour-${Math.floor(now.getTime() / (schedule.hours * hourMs))}`;
  }
  const { minutes, zone } = schedule;
  return `day-${civilDateIn(zone, new Date(now.getTime() - minutes * minuteMs))}`;
}

const ending = ".zhibu";
const fileForm = /^zhibu-[0-9TZ-]+\.zhibu$/;

/** Names of backups sort by their time. */
export const fileNameAt = (now: Date): string =>
  `zhibu-${now.toISOString().replace(/[:.]/g, "-")}${ending}`;

/** The oldest beyond the number that is kept; files of other names are nobody's to drop. */
export const tooMany = (names: readonly string[], kept: number): string[] =>
  names
    .filter((name) => fileForm.test(name))
    .sort()
    .reverse()
    .slice(kept);
