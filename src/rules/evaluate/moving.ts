import { addDays, addMonths, fullMonths } from "../../base/calendar.ts";
import { dayNumber } from "../../base/date.ts";
import {
  addWorkingDays,
  countWorkingDays,
  workYear,
  type Unarranged,
  type WorkCalendar,
} from "../../base/working-days.ts";
import type { Program, TimeUnit } from "../ir.ts";

/** A day; undefined where the calendar ends before; or the year whose working days are missing. */
export type Moved = number | undefined | Unarranged;

/** A day moved by a whole number of units. */
export function movedDay(
  calendar: WorkCalendar,
  unit: TimeUnit,
  [day, by]: readonly [number, number],
): Moved {
  switch (unit) {
    case "day":
      return addDays(day, by);
    case "month":
      return addMonths(day, by);
    case "working_day":
      return addWorkingDays(calendar, day, by);
  }
}

/** How many units lie between two days. */
export function unitsBetween(
  calendar: WorkCalendar,
  unit: "month" | "working_day",
  [from, to]: readonly [number, number],
): number | Unarranged {
  return unit === "month" ? fullMonths(from, to) : countWorkingDays(calendar, from, to);
}

export const isUnarranged = (moved: Moved): moved is Unarranged => typeof moved === "object";

const calendars = new WeakMap<Program, WorkCalendar>();

/** The working days of the years whose arrangement has been imported as a register. */
export function workCalendarOf(program: Program): WorkCalendar {
  const known = calendars.get(program);
  if (known) return known;
  const calendar = new Map(
    program.registers.flatMap(({ calendar: year, state, entries }) => {
      if (year === undefined || state === "empty") return [];
      const turned = new Set(entries.flatMap((entry) => dayNumber(entry) ?? []));
      return [[year, workYear(year, turned)] as const];
    }),
  );
  calendars.set(program, calendar);
  return calendar;
}
