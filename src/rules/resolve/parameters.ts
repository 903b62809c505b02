import type { Ratio } from "../../base/ratio.ts";
import { parseUnit, toBase, unitNames, type Unit } from "../../base/unit.ts";
import { nearest } from "./nearest.ts";
import type { Measure, Parameter } from "../contract/pack.ts";
import type { ParameterIr } from "../ir.ts";
import type { Located } from "../source.ts";
import type { Desk, Path } from "./desk.ts";
import { lawDate } from "./scope.ts";
import { isReversed, readFigure } from "./figures.ts";

type Value = ParameterIr["values"][number];

/** Reads the parameters of one measure into base units, each with its periods in order. */
export function readParameters(located: Located<Measure>, desk: Desk): ParameterIr[] {
  const { id, parameters = {} } = located.value;
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const path = ["parameters", name];
    if (name === lawDate) desk.about(located, path, { code: "name_taken", holes: { name } });
    const unit = parseUnit(parameter.unit);
    if (!unit) {
      const holes = { name: parameter.unit, nearest: nearest(parameter.unit, unitNames) };
      desk.about(located, [...path, "unit"], { code: "unit_unknown", holes });
      return [];
    }
    const values = parameter.values.map((value, index) =>
      readValue({ located, path: [...path, "values", index], unit, desk }, value),
    );
    checkPeriods({ located, path, unit, desk }, parameter);
    return {
      id: `${id}.${name}`,
      name,
      unit: parameter.unit,
      title: parameter.title,
      type: { kind: "number", dimension: unit.dimension },
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
  readonly unit: Unit;
  readonly desk: Desk;
};

function readValue(place: Place, value: Parameter["values"][number]): Value | undefined {
  const { located, path, unit, desk } = place;
  const figures = Array.isArray(value.value) ? value.value : [value.value, value.value];
  const ends = figures.map((figure) => readFigure(figure));
  const [low, high] = ends as (Ratio | undefined)[];
  if (!low || !high) {
    const holes = { text: String(value.value) };
    return desk.about(located, [...path, "value"], { code: "figure_invalid", holes });
  }
  if (isReversed(low, high)) {
    const holes = { low: String(figures[0]), high: String(figures[1]) };
    return desk.about(located, [...path, "value"], { code: "range_reversed", holes });
  }
  const { since, until } = value;
  return { since, until, min: toBase(low, unit), max: toBase(high, unit) };
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
