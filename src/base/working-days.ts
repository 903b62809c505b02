import { dayNumber } from "./date.ts";
import { weekdayOf, yearOf } from "./calendar.ts";

/** The working days of one year, by the arrangement that is published for it. */
export type WorkYear = {
  readonly first: number;
  /** By day of the year: how many working days it has up to that day, this included. */
  readonly ranks: readonly number[];
};

/** The years whose arrangement is known. */
export type WorkCalendar = ReadonlyMap<number, WorkYear>;

/** A year of which nobody said which days are worked. */
export type Unarranged = { readonly missing: number };

/** A year of weekdays and weekends, in which the named days are turned over. */
export function workYear(year: number, turned: ReadonlySet<number>): WorkYear {
  const [first, next] = [year, year + 1].map((one) => newYear(one));
  const ranks: number[] = [];
  for (let day = first ?? 0; day < (next ?? 0); day++) {
    const isWorked = weekdayOf(day) <= 5 !== turned.has(day);
    ranks.push((ranks.at(-1) ?? 0) + (isWorked ? 1 : 0));
  }
  return { first: first ?? 0, ranks };
}

function newYear(year: number): number {
  return dayNumber(`${String(year).padStart(4, "0")}-01-01`) ?? 0;
}

/** How many working days of its year lie on or before a day. */
const rankOf = ({ first, ranks }: WorkYear, day: number): number => ranks[day - first] ?? 0;

const countOf = ({ ranks }: WorkYear): number => ranks.at(-1) ?? 0;

/** The first day of a year by which it has that many working days. */
const dayOfRank = ({ first, ranks }: WorkYear, rank: number): number =>
  first + ranks.findIndex((one) => one >= rank);

/** The working day that is so many after a day, or before it; the day itself for none. */
export function addWorkingDays(
  calendar: WorkCalendar,
  day: number,
  count: number,
): number | Unarranged {
  if (count === 0) return day;
  let year = yearOf(day);
  let found = calendar.get(year);
  if (!found) return { missing: year };
  let rank = count > 0 ? rankOf(found, day) + count : rankOf(found, day - 1) + count + 1;
  while (rank > countOf(found) || rank < 1) {
    const isLater = rank > 0;
    if (isLater) rank -= countOf(found);
    year += isLater ? 1 : -1;
    found = calendar.get(year);
    if (!found) return { missing: year };
    if (!isLater) rank += countOf(found);
  }
  return dayOfRank(found, rank);
}

/** The working days after one day up to another, this included; negative where it is earlier. */
export function countWorkingDays(
  calendar: WorkCalendar,
  from: number,
  to: number,
): number | Unarranged {
  if (to < from) {
    const count = countWorkingDays(calendar, to, from);
    return typeof count === "number" ? 0 - count : count;
  }
  let count = 0;
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const found = calendar.get(year);
    if (!found) return { missing: year };
    const until = year === yearOf(to) ? rankOf(found, to) : countOf(found);
    count += until - (year === yearOf(from) ? rankOf(found, from) : 0);
  }
  return count;
}
