import { boundList, deeper, fail, spend, type Machine } from "../machine.ts";
import { isKind, wholeOf, type Value } from "../value.ts";
import { compare, isSame } from "../compare.ts";
import { endOf, functionOf, indexOf, itemsOf } from "./given.ts";
import { takes, type BuiltIn, type Given } from "./matching.ts";

const holds = (machine: Machine, items: readonly Value[], element: Value): boolean =>
  items.some((item) => machine.refusal === undefined && isSame(machine, item, element));

function sublist(machine: Machine, [list, start, length]: readonly Given[]): Value {
  const items = itemsOf(list);
  const from = indexOf(machine, start, items.length);
  if (from === null) return null;
  const end = endOf(machine, length, { from, length: items.length });
  return end === null ? null : boundList(machine, items.slice(from, end));
}

function insertBefore(machine: Machine, [list, place, item = null]: readonly Given[]): Value {
  const items = itemsOf(list);
  const index = indexOf(machine, place, items.length);
  return index === null ? null : boundList(machine, items.toSpliced(index, 0, item));
}

function remove(machine: Machine, [list, place]: readonly Given[]): Value {
  const items = itemsOf(list);
  const index = indexOf(machine, place, items.length);
  return index === null ? null : boundList(machine, items.toSpliced(index, 1));
}

function replaceAt(machine: Machine, [list, place, item = null]: readonly Given[]): Value {
  const items = itemsOf(list);
  const index = indexOf(machine, place, items.length);
  return index === null ? null : boundList(machine, items.with(index, item));
}

/** Asks a function of two values for a truth; null, with its reason, where it gives none. */
function ask(machine: Machine, called: Given, values: readonly [Value, Value]): boolean | null {
  const known = functionOf(called);
  const answer = known && spend(machine, 1) ? machine.invoke(machine, known, values) : null;
  return typeof answer === "boolean" ? answer : fail(machine, "argument_type");
}

function replaceMatches(machine: Machine, [list, match, item = null]: readonly Given[]): Value {
  const result: Value[] = [];
  for (const old of itemsOf(list)) {
    const answer = ask(machine, match, [old, item]);
    if (answer === null) return null;
    result.push(answer ? item : old);
  }
  return boundList(machine, result);
}

function distinct(machine: Machine, items: readonly Value[]): Value {
  const kept: Value[] = [];
  for (const item of items) {
    if (!spend(machine, 1)) return null;
    if (!holds(machine, kept, item)) kept.push(item);
  }
  return boundList(machine, kept);
}

function flattenInto(machine: Machine, items: readonly Value[], flat: Value[]): void {
  for (const item of items) {
    if (!spend(machine, 1)) return;
    if (isKind(item, "list")) deeper(machine, () => flattenInto(machine, item.items, flat));
    else flat.push(item);
  }
}

function flatten(machine: Machine, [list]: readonly Given[]): Value {
  const flat: Value[] = [];
  flattenInto(machine, itemsOf(list), flat);
  return boundList(machine, flat);
}

/** The items of several lists, one after the other; what is no list counts as one of itself. */
function joined(machine: Machine, [lists]: readonly Given[]): readonly Value[] | null {
  const all: Value[] = [];
  for (const part of itemsOf(lists)) {
    if (part === null) return fail(machine, "argument_type");
    all.push(...(isKind(part, "list") ? part.items : [part]));
    if (boundList(machine, all) === null) return null;
  }
  return all;
}

function append(machine: Machine, [list, items]: readonly Given[]): Value {
  return boundList(machine, [...itemsOf(list), ...itemsOf(items)]);
}

function indexesOf(machine: Machine, [list, match = null]: readonly Given[]): Value {
  const items = itemsOf(list);
  const places = [...items.keys()].filter((place) => isSame(machine, items[place] ?? null, match));
  return boundList(
    machine,
    places.map((place) => wholeOf(place + 1)),
  );
}

/** What comes first, by a function or by order; equals stay as they were. */
function sort(machine: Machine, [list, precedes]: readonly Given[]): Value {
  let isRefused = false;
  const before = (a: Value, b: Value): boolean => {
    if (isRefused) return false;
    const answer =
      precedes === undefined ? compare(machine, "<", [a, b]) : ask(machine, precedes, [a, b]);
    if (answer === null || machine.refusal !== undefined) isRefused = true;
    return answer === true;
  };
  const items = [...itemsOf(list)].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
  return isRefused ? null : boundList(machine, items);
}

export const listFunctions: Readonly<Record<string, BuiltIn>> = {
  "list contains": [
    {
      takes: takes("list: list", "element: any"),
      run: (machine, [list, element = null]) => holds(machine, itemsOf(list), element),
    },
  ],
  "list replace": [
    { takes: takes("list: list", "position: number", "newItem: any"), run: replaceAt },
    { takes: takes("list: list", "match: function", "newItem: any"), run: replaceMatches },
  ],
  sublist: [
    { takes: takes("list: list", "start position: number", "length?: number"), run: sublist },
  ],
  append: [{ takes: takes("list: list", "item: any"), hasRest: true, run: append }],
  concatenate: [
    {
      takes: takes("list: any"),
      hasRest: true,
      run: (machine, given) => {
        const all = joined(machine, given);
        return all && boundList(machine, all);
      },
    },
  ],
  union: [
    {
      takes: takes("list: any"),
      hasRest: true,
      run: (machine, given) => {
        const all = joined(machine, given);
        return all && distinct(machine, all);
      },
    },
  ],
  "insert before": [
    { takes: takes("list: list", "position: number", "newItem: any"), run: insertBefore },
  ],
  remove: [{ takes: takes("list: list", "position: number"), run: remove }],
  reverse: [
    {
      takes: takes("list: list"),
      run: (machine, [list]) => boundList(machine, itemsOf(list).toReversed()),
    },
  ],
  "index of": [{ takes: takes("list: list", "match: any"), run: indexesOf }],
  "distinct values": [
    { takes: takes("list: list"), run: (machine, [list]) => distinct(machine, itemsOf(list)) },
  ],
  flatten: [{ takes: takes("list: list"), run: flatten }],
  sort: [{ takes: takes("list: list", "precedes?: function"), run: sort }],
};
