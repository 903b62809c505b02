import { civilDateIn } from "../../base/date.ts";

/** All cities whose land is kept here live by one clock. */
const zone = "Asia/Shanghai";

/** The civil day of an instant in the city. */
export const dayInCity = (instant: Date): string => civilDateIn(zone, instant);
