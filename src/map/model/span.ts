import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Span } from "../../land/index.ts";

export type DatetimeRefusal = { readonly code: "datetime_invalid"; readonly datetime: string };

const form = /^([1-9]\d{3})-(\d{2})-(\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Hours between the zone of the city and that of the world, by which a day begins. */
const cityOffsetHours = 8;

const isoDay = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The civil day of the city at an instant, or a day as it is written; undefined for neither. */
function dayOf(text: string): string | undefined {
  const parts = form.exec(text);
  if (!parts) return undefined;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return undefined;
  if (parts[4] !== undefined) {
    const day = isoDay(new Date(instant.getTime() + cityOffsetHours * 3_600_000));
    return form.test(day) ? day : undefined;
  }
  return isoDay(instant) === text ? text : undefined;
}

const isOpen = (text: string): boolean => text === ".." || text === "";

/** Reads `datetime`: an instant or a day, or two with a stroke between them, one of them open. */
export function spanOf(datetime: string): Decision<Span, DatetimeRefusal> {
  const refused = refuse({ code: "datetime_invalid", datetime } as const);
  const [first = "", second = first, ...more] = datetime.split("/");
  const isInterval = datetime.includes("/");
  const from = isInterval && isOpen(first) ? null : dayOf(first);
  const to = isInterval && isOpen(second) ? null : dayOf(second);
  if (from === undefined || to === undefined || more.length > 0) return refused;
  if (from !== null && to !== null && from > to) return refused;
  return accept({ from, to });
}
