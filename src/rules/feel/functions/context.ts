import { boundList, deeper, fail, spend, type Machine } from "../machine.ts";
import { contextOf, isKind, type ContextValue, type Value } from "../value.ts";
import { itemsOf, textOf } from "./given.ts";
import { takes, type BuiltIn, type Given } from "./matching.ts";

const entriesOf = (given: Given): ContextValue["entries"] =>
  given !== undefined && isKind(given, "context") ? given.entries : new Map<string, Value>();

function getValue(machine: Machine, [context, key]: readonly Given[]): Value {
  const found = entriesOf(context).get(textOf(key));
  return found === undefined ? fail(machine, "property_unknown") : found;
}

function getEntries(machine: Machine, [context]: readonly Given[]): Value {
  const entries = [...entriesOf(context)].map(([key, value]) =>
    contextOf([
      ["key", key],
      ["value", value],
    ]),
  );
  return boundList(machine, entries);
}

/** A context of entries with a key and a value each. */
function contextFrom(machine: Machine, [list]: readonly Given[]): Value {
  const entries = new Map<string, Value>();
  for (const item of itemsOf(list)) {
    const [key, value] = [entriesOf(item).get("key"), entriesOf(item).get("value")];
    if (typeof key !== "string" || value === undefined) return fail(machine, "argument_value");
    if (entries.has(key)) return fail(machine, "key_twice");
    entries.set(key, value);
  }
  return spend(machine, entries.size) ? contextOf(entries) : null;
}

/** The context with a value at the end of a path of keys. */
function putAt(
  machine: Machine,
  context: Value,
  [keys, value]: readonly [readonly Value[], Value],
): Value {
  const [key, ...rest] = keys;
  if (typeof key !== "string") return fail(machine, "argument_value");
  if (!isKind(context, "context")) return fail(machine, "argument_type");
  if (!spend(machine, 1 + context.entries.size / 8)) return null;
  const inner =
    rest.length === 0
      ? value
      : deeper(machine, () => putAt(machine, context.entries.get(key) ?? null, [rest, value]));
  const isLost = rest.length > 0 && inner === null;
  return isLost ? null : contextOf([...context.entries, [key, inner]]);
}

function put(
  machine: Machine,
  [context = null, keys = null, value = null]: readonly Given[],
): Value {
  return putAt(machine, context, [isKind(keys, "list") ? keys.items : [keys], value]);
}

function merge(machine: Machine, [contexts]: readonly Given[]): Value {
  const entries = new Map<string, Value>();
  for (const context of itemsOf(contexts)) {
    if (!isKind(context, "context")) return fail(machine, "argument_type");
    if (!spend(machine, 1 + context.entries.size)) return null;
    for (const [key, value] of context.entries) entries.set(key, value);
  }
  return contextOf(entries);
}

export const contextFunctions: Readonly<Record<string, BuiltIn>> = {
  "get value": [{ takes: takes("m: context", "key: string"), run: getValue }],
  "get entries": [{ takes: takes("m: context"), run: getEntries }],
  context: [{ takes: takes("entries: list"), run: contextFrom }],
  "context put": [
    { takes: takes("context: context", "key: string", "value: any"), run: put },
    { takes: takes("context: context", "keys: list", "value: any"), run: put },
  ],
  "context merge": [{ takes: takes("contexts: list"), run: merge }],
};
