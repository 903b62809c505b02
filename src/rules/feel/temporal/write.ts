import type { Ratio } from "../../../base/ratio.ts";
import { writeNumber } from "../number.ts";
import type { Duration, Temporal, Zone } from "../value.ts";
import { civilOf } from "./calendar.ts";

const two = (value: number): string => String(value).padStart(2, "0");

function writeDay(days: number): string {
  const { year, month, day } = civilOf(days);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(month)}-${two(day)}`;
}

function writeZone(zone: Zone | undefined): string {
  if (!zone) return "";
  if ("name" in zone) return `@${zone.name}`;
  if (zone.offset === 0) return "Z";
  const size = Math.abs(zone.offset);
  const seconds = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  const clock = `${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}`;
  return `${zone.offset < 0 ? "-" : "+"}${clock}${seconds}`;
}

/** Whole seconds, and what is left of the next one as decimals behind a point. */
function splitSeconds({ n, d }: Ratio): readonly [bigint, string] {
  const whole = n / d;
  const text = writeNumber({ n: n % d, d });
  return [whole, text === "0" ? "" : text.slice(text.indexOf("."))];
}

function writeClock(ofDay: Ratio): string {
  const [whole, fraction] = splitSeconds(ofDay);
  const seconds = Number(whole);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return clock.map(two).join(":") + fraction;
}

export function writeDuration(duration: Duration): string {
  if (duration.kind === "years and months duration") return writeMonths(duration.months);
  const { n, d } = duration.seconds;
  const sign = n < 0n ? "-" : "";
  const [whole, fraction] = splitSeconds({ n: n < 0n ? -n : n, d });
  const days = whole / 86_400n;
  const [hours, minutes] = [(whole / 3600n) % 24n, (whole / 60n) % 60n];
  const seconds = `${whole % 60n}${fraction}`;
  const clock =
    (hours ? `${hours}H` : "") +
    (minutes ? `${minutes}M` : "") +
    (seconds === "0" ? "" : `${seconds}S`);
  if (!days && !clock) return "PT0S";
  return `${sign}P${days ? `${days}D` : ""}${clock ? `T${clock}` : ""}`;
}

function writeMonths(months: number): string {
  const size = Math.abs(months);
  const [years, rest] = [Math.floor(size / 12), size % 12];
  if (size === 0) return "P0M";
  return `${months < 0 ? "-" : ""}P${years ? `${years}Y` : ""}${rest ? `${rest}M` : ""}`;
}

export function writeTemporal(value: Temporal): string {
  switch (value.kind) {
    case "date":
      return writeDay(value.day);
    case "time":
      return writeClock(value.ofDay) + writeZone(value.zone);
    case "date and time":
      return `${writeDay(value.day)}T${writeClock(value.ofDay)}${writeZone(value.zone)}`;
  }
}
