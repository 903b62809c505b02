import { nearest } from "../resolve/nearest.ts";
import type { LawChange } from "../contract/reform.ts";
import type { Measure, Register } from "../contract/pack.ts";
import type { Located, PackSource } from "../source.ts";
import { changeAt, inPlaceOf, ruleIdsOf, type Changing } from "./changing.ts";
import { dropped } from "./drop.ts";

const heads = ["parameter", "rule", "measure", "register", "drop"] as const;
type Head = (typeof heads)[number];

/** What each kind of change needs beside its name. */
const companions = {
  parameter: "value",
  rule: "when",
  measure: undefined,
  register: "entries",
  drop: undefined,
} as const satisfies Record<Head, keyof LawChange | undefined>;

const changers = {
  parameter: changeParameter,
  rule: changeRule,
  measure: putMeasure,
  register: changeRegister,
  drop: dropped,
} as const satisfies Record<Head, (changing: Changing) => PackSource | undefined>;

/** A pack with one change made; undefined, with the reason noted, where it cannot be made. */
export function changed(changing: Changing): PackSource | undefined {
  const { reform, at, desk } = changing;
  const change = changeAt(changing);
  const named = heads.filter((head) => change[head] !== undefined);
  const [head] = named;
  if (!head || named.length > 1) {
    return desk.about(reform, ["changes", at], { code: "change_unnamed", holes: {} });
  }
  const key = companions[head];
  if (key && change[key] === undefined) {
    const holes = { key, head };
    return desk.about(reform, ["changes", at, head], { code: "change_incomplete", holes });
  }
  return changers[head](changing);
}

function changeParameter(changing: Changing): PackSource | undefined {
  const { reform, at, source, desk } = changing;
  const { parameter: id = "", value = "", since, until } = changeAt(changing);
  const ids = source.measures.flatMap(({ value: one }) =>
    Object.keys(one.parameters ?? {}).map((name) => `${one.id}.${name}`),
  );
  const dot = id.lastIndexOf(".");
  const [owner, name] = [id.slice(0, dot), id.slice(dot + 1)];
  const measure = source.measures.find((one) => one.value.id === owner);
  const parameter = measure?.value.parameters?.[name];
  if (!measure || !parameter) {
    const holes = { name: id, nearest: nearest(id, ids) };
    const path = ["changes", at, "parameter"];
    return desk.about(reform, path, { code: "parameter_unknown", holes });
  }
  const fresh = { since: since ?? "unknown", ...(until && { until }), value };
  const values =
    since === undefined ? [fresh] : [...parameter.values.filter(startsBefore(since)), fresh];
  const parameters = {
    ...measure.value.parameters,
    [name]: { ...parameter, values: values.map(endAt(since)) },
  };
  const part = { reform, path: ["parameters", name, "values"], place: ["changes", at, "value"] };
  return withMeasure(source, inPlaceOf(measure, { ...measure.value, parameters }, part));
}

type Value = { readonly since: string; readonly until?: string };

const startsBefore =
  (since: string) =>
  (value: Value): boolean =>
    value.since === "unknown" ? since !== "unknown" : value.since < since;

/** An earlier figure holds until the new one begins. */
const endAt =
  (since: string | undefined) =>
  <V extends Value>(value: V): V =>
    since !== undefined && value.since !== since && (value.until ?? since) > since
      ? { ...value, until: since }
      : value;

function changeRule(changing: Changing): PackSource | undefined {
  const { reform, at, source, desk } = changing;
  const { rule: id = "", when = "" } = changeAt(changing);
  for (const measure of source.measures) {
    const { rules = [] } = measure.value;
    const index = rules.findIndex((rule) => `${measure.value.id}/${rule.id}` === id);
    if (index < 0) continue;
    const written = rules.map((rule, which) => (which === index ? { ...rule, when } : rule));
    const part = { reform, path: ["rules", index, "when"], place: ["changes", at, "when"] };
    return withMeasure(source, inPlaceOf(measure, { ...measure.value, rules: written }, part));
  }
  const holes = { name: id, nearest: nearest(id, ruleIdsOf(source)) };
  return desk.about(reform, ["changes", at, "rule"], { code: "rule_unknown", holes });
}

function putMeasure(changing: Changing): PackSource {
  const { reform, at, source } = changing;
  const measure = changeAt(changing).measure as Measure;
  const place: Located<Measure> = {
    value: measure,
    file: reform.file,
    at: (path, offset) => reform.at(["changes", at, "measure", ...path], offset),
  };
  const isKnown = source.measures.some(({ value }) => value.id === measure.id);
  if (isKnown) return withMeasure(source, place);
  return { ...source, measures: [...source.measures, place] };
}

const withMeasure = (source: PackSource, measure: Located<Measure>): PackSource => ({
  ...source,
  measures: source.measures.map((one) => (one.value.id === measure.value.id ? measure : one)),
});

function changeRegister(changing: Changing): PackSource | undefined {
  const { reform, at, source, desk } = changing;
  const { register: id = "", entries = [], figures: values = {} } = changeAt(changing);
  const known = source.registers.find(({ value }) => value.id === id);
  if (!known) {
    const holes = {
      name: id,
      nearest: nearest(
        id,
        source.registers.map(({ value }) => value.id),
      ),
    };
    return desk.about(reform, ["changes", at, "register"], { code: "register_unknown", holes });
  }
  const part = { reform, path: ["entries"], place: ["changes", at, "entries"] };
  const { figures } = known.value;
  const content = { entries, ...(figures && { figures: { ...figures, values } }) };
  const value: Register = { ...known.value, state: "imported", ...content };
  const register = inPlaceOf(known, value, part);
  const registers = source.registers.map((one) => (one === known ? register : one));
  return { ...source, registers };
}
