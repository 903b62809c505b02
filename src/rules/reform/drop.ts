import { nearest } from "../resolve/nearest.ts";
import type { Measure } from "../contract/pack.ts";
import type { Path } from "../resolve/desk.ts";
import type { Located, PackSource } from "../source.ts";
import { changeAt, ruleIdsOf, type Changing } from "./changing.ts";

/** A pack without a measure, a rule or a combination. */
export function dropped(changing: Changing): PackSource | undefined {
  const { reform, at, source, desk } = changing;
  const { drop: id = "" } = changeAt(changing);
  const measures = source.measures.filter(({ value }) => value.id !== id);
  if (measures.length < source.measures.length) return { ...source, measures };
  const combinations = source.combinations.filter(({ value }) => value.id !== id);
  if (combinations.length < source.combinations.length) return { ...source, combinations };
  const rules = ruleIdsOf(source);
  if (rules.includes(id)) return withoutRule(source, id);
  const idsOf = (all: readonly { readonly value: { readonly id: string } }[]) =>
    all.map(({ value }) => value.id);
  const known = [...idsOf(source.measures), ...rules, ...idsOf(source.combinations)];
  const holes = { name: id, nearest: nearest(id, known) };
  return desk.about(reform, ["changes", at, "drop"], { code: "drop_unknown", holes });
}

function withoutRule(source: PackSource, id: string): PackSource {
  const measures = source.measures.map((measure): Located<Measure> => {
    const { rules = [] } = measure.value;
    const gone = rules.findIndex((rule) => `${measure.value.id}/${rule.id}` === id);
    if (gone < 0) return measure;
    const value = { ...measure.value, rules: rules.filter((_, index) => index !== gone) };
    return { ...measure, value, at: (path, offset) => measure.at(asWritten(path, gone), offset) };
  });
  return { ...source, measures };
}

/** Where a rule stands in its file that comes after one that is gone. */
function asWritten(path: Path, gone: number): Path {
  const [head, index, ...rest] = path;
  if (head !== "rules" || typeof index !== "number" || index < gone) return path;
  return [head, index + 1, ...rest];
}

/**
 * What is dropped is named no more: no rule overrides it, and a combination goes without it, or
 * goes as well where fewer than two are left.
 */
export function withoutTraces(before: PackSource, after: PackSource): PackSource {
  const left = new Set(ruleIdsOf(after));
  const gone = new Set(ruleIdsOf(before).filter((id) => !left.has(id)));
  if (gone.size === 0) return after;
  const stays = (id: string): boolean => !gone.has(id);
  return {
    ...after,
    measures: after.measures.map((measure) => ({
      ...measure,
      value: {
        ...measure.value,
        ...(measure.value.rules && {
          rules: measure.value.rules.map((rule) => ({
            ...rule,
            ...(rule.overrides && { overrides: rule.overrides.filter(stays) }),
          })),
        }),
      },
    })),
    combinations: after.combinations.flatMap((one) => {
      const rules = one.value.rules.filter(stays);
      return rules.length < 2 ? [] : [{ ...one, value: { ...one.value, rules } }];
    }),
  };
}
