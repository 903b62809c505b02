import { civilDateIn } from "../../base/date.ts";
import type { DayRefusal } from "./refusals.ts";

/** All cities whose land is kept here live by one clock. */
const zone = "Asia/Shanghai";

/** The civil day of an instant in the city. */
export const dayInCity = (instant: Date): string => civilDateIn(zone, instant);

/** What stands on the map stands now: a day to come would act before its time. */
export const futureDay = (day: string | undefined, today: string): DayRefusal | undefined =>
  day !== undefined && day > today ? { code: "valid_from_future", day, today } : undefined;
