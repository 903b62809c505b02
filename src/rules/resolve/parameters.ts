import { isOnCalendar } from "../../base/calendar.ts";
import { dayNumber } from "../../base/date.ts";
import { ratio, type Ratio } from "../../base/ratio.ts";
import { parseUnit, toBase } from "../../base/unit.ts";
import type { Measure, Parameter } from "../contract/pack.ts";
import type { ParameterIr, Type } from "../ir.ts";
import type { Located } from "../source.ts";
import type { Desk, Path } from "./desk.ts";
import { isReversed, readFigure } from "./figures.ts";
import { lawDate } from "./scope.ts";
import { unknownUnit } from "./units.ts";

type Value = ParameterIr["values"][number];

/** What the figures of one parameter are, and how each is read into base units. */
type Figures = {
  readonly type: Type;
  readonly read: (figure: number | string) => Ratio | undefined;
};

/** The unit of a parameter that is a day: a day before which something was built, say. */
const dateUnit = "date";

const days: Figures = {
  type: { kind: "date" },
  read: (figure) => {
    const day = typeof figure === "string" ? dayNumber(figure) : undefined;
    return day !== undefined && isOnCalendar(day) ? ratio(day) : undefined;
  },
};

function figuresIn(name: string): Figures | undefined {
  const unit = parseUnit(name);
  if (!unit) return name === dateUnit ? days : undefined;
  return {
    type: { kind: "number", dimension: unit.dimension },
    read: (figure) => {
      const value = readFigure(figure);
      return value && toBase(value, unit);
    },
  };
}

/** Reads the parameters of one measure into base units, each with its periods in order. */
export function readParameters(located: Located<Measure>, desk: Desk): ParameterIr[] {
  const { id, parameters = {} } = located.value;
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const path = ["parameters", name];
    if (name === lawDate) desk.about(located, path, { code: "name_taken", holes: { name } });
    const figures = figuresIn(parameter.unit);
    if (!figures) {
      const holes = unknownUnit(parameter.unit);
      desk.about(located, [...path, "unit"], { code: "unit_unknown", holes });
      return [];
    }
    const place = { located, path, figures, desk };
    const values = parameter.values.map((value, index) =>
      readValue({ ...place, path: [...path, "values", index] }, value),
    );
    checkPeriods(place, parameter);
    return {
      id: `${id}.${name}`,
      name,
      unit: parameter.unit,
      title: parameter.title,
      type: figures.type,
      values: closePeriods(values.flatMap((value) => value ?? [])),
    };
  });
}

/** A value holds until the next begins, also where its own end is not written. */
function closePeriods(values: readonly Value[]): Value[] {
  return values.map((value, index) => ({
    ...value,
    until: value.until ?? values[index + 1]?.since,
  }));
}

type Place = {
  readonly located: Located<Measure>;
  readonly path: Path;
  readonly figures: Figures;
  readonly desk: Desk;
};

function readValue(place: Place, value: Parameter["values"][number]): Value | undefined {
  const { located, path, figures, desk } = place;
  const written = Array.isArray(value.value) ? value.value : [value.value, value.value];
  const [low, high] = written.map((figure) => figures.read(figure));
  if (!low || !high) {
    const holes = { text: String(value.value) };
    return desk.about(located, [...path, "value"], { code: "figure_invalid", holes });
  }
  if (isReversed(low, high)) {
    const holes = { low: String(written[0]), high: String(written[1]) };
    return desk.about(located, [...path, "value"], { code: "range_reversed", holes });
  }
  const { since, until } = value;
  return { since, until, min: low, max: high };
}

/** Values stand in the order of their days, and no day has two. */
function checkPeriods({ located, path, desk }: Place, parameter: Parameter): void {
  parameter.values.forEach(({ since, until }, index) => {
    const at = [...path, "values", index, "since"];
    if (until !== undefined && since !== "unknown" && since >= until) {
      desk.about(located, at, { code: "period_empty", holes: { since, until } });
    }
    const before = parameter.values[index - 1];
    if (!before) return;
    const holes = { earlier: before.since, later: since };
    if (since === before.since || (since === "unknown" && before.since === "unknown")) {
      desk.about(located, at, { code: "values_overlap", holes });
    } else if (since === "unknown" || (before.since !== "unknown" && since < before.since)) {
      desk.about(located, at, { code: "values_unordered", holes });
    } else if (before.until !== undefined && before.until > since) {
      desk.about(located, at, { code: "values_overlap", holes });
    }
  });
}
