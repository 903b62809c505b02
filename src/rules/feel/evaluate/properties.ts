import { floorSteps, one, ratio } from "../../../base/ratio.ts";
import { civilOf, weekdayOf } from "../temporal/calendar.ts";
import { offsetOfMoment } from "../temporal/instant.ts";
import { offsetsOf } from "../temporal/zone.ts";
import { fail, stop, type Machine } from "../machine.ts";
import {
  listOf,
  secondsOf,
  wholeOf,
  type DateTimeValue,
  type DateValue,
  type DaysDuration,
  type MonthsDuration,
  type RangeValue,
  type TimeValue,
  type Value,
  type Zone,
} from "../value.ts";

type Properties<V> = Readonly<Record<string, (value: V, machine: Machine) => Value>>;

const clock = ({ ofDay }: { ofDay: TimeValue["ofDay"] }): number => Number(floorSteps(ofDay, one));
const zoneName = (zone: Zone | undefined): Value => (zone && "name" in zone ? zone.name : null);

const ofDate: Properties<DateValue | DateTimeValue> = {
  year: ({ day }) => wholeOf(civilOf(day).year),
  month: ({ day }) => wholeOf(civilOf(day).month),
  day: ({ day }) => wholeOf(civilOf(day).day),
  weekday: ({ day }) => wholeOf(weekdayOf(day)),
};

const ofClock: Properties<TimeValue | DateTimeValue> = {
  hour: (value) => wholeOf(Math.floor(clock(value) / 3600)),
  minute: (value) => wholeOf(Math.floor(clock(value) / 60) % 60),
  second: (value) => wholeOf(clock(value) % 60),
  timezone: ({ zone }) => zoneName(zone),
};

const ofTime: Properties<TimeValue> = {
  ...ofClock,
  "time offset": ({ zone }, machine) => {
    if (!zone) return null;
    const [only, ...others] = offsetsOf(zone);
    if (others.length > 0) return stop(machine, "zone_without_date");
    return secondsOf(ratio(only ?? 0));
  },
};

const ofDateTime: Properties<DateTimeValue> = {
  ...ofDate,
  ...ofClock,
  "time offset": (value) => {
    const offset = offsetOfMoment(value);
    return offset === undefined ? null : secondsOf(ratio(offset));
  },
};

const ofMonths: Properties<MonthsDuration> = {
  years: ({ months }) => wholeOf(Math.trunc(months / 12) || 0),
  months: ({ months }) => wholeOf(months % 12 || 0),
};

/** The parts of a duration carry its sign, each cut towards zero. */
const part =
  (per: bigint, within: bigint) =>
  ({ seconds }: DaysDuration): Value => {
    const whole = seconds.n / seconds.d / per;
    return wholeOf(within === 0n ? whole : whole % within);
  };

const ofDays: Properties<DaysDuration> = {
  days: part(86_400n, 0n),
  hours: part(3600n, 24n),
  minutes: part(60n, 60n),
  seconds: part(1n, 60n),
};

const ofRange: Properties<RangeValue> = {
  start: ({ low }) => low.value ?? null,
  end: ({ high }) => high.value ?? null,
  "start included": ({ low }) => low.value !== undefined && low.closed,
  "end included": ({ high }) => high.value !== undefined && high.closed,
};

function take<V>(machine: Machine, properties: Properties<V>, [value, name]: readonly [V, string]) {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return property ? property(value, machine) : fail(machine, "property_unknown");
}

/** What stands behind a dot: an entry, a component, or the same of each item of a list. */
export function propertyOf(machine: Machine, value: Value, name: string): Value {
  if (value === null || typeof value !== "object") return fail(machine, "property_unknown");
  switch (value.kind) {
    case "context": {
      const entry = value.entries.get(name);
      return entry === undefined ? fail(machine, "property_unknown") : entry;
    }
    case "list":
      return listOf(value.items.map((item) => propertyOf(machine, item, name)));
    case "date":
      return take(machine, ofDate, [value, name]);
    case "time":
      return take(machine, ofTime, [value, name]);
    case "date and time":
      return take(machine, ofDateTime, [value, name]);
    case "days and time duration":
      return take(machine, ofDays, [value, name]);
    case "years and months duration":
      return take(machine, ofMonths, [value, name]);
    case "range":
      return take(machine, ofRange, [value, name]);
    case "number":
    case "function":
      return fail(machine, "property_unknown");
  }
}
