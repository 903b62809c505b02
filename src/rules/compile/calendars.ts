import { yearOf } from "../../base/calendar.ts";
import { dayNumber } from "../../base/date.ts";
import type { PackSource } from "../source.ts";
import type { Desk } from "../resolve/desk.ts";

/** Registers that arrange a year's working days: each year once, and only days of that year. */
export function checkCalendars(source: PackSource, desk: Desk): void {
  const years = new Set<number>();
  for (const register of source.registers) {
    const { calendar: year, entries } = register.value;
    if (year === undefined) continue;
    if (years.has(year)) {
      desk.about(register, ["calendar"], { code: "calendar_twice", holes: { year } });
    }
    years.add(year);
    entries.forEach((text, index) => {
      const day = dayNumber(text);
      if (day !== undefined && yearOf(day) === year) return;
      desk.about(register, ["entries", index], { code: "calendar_entry", holes: { text, year } });
    });
  }
}
