import type { TSchema } from "typebox";
import { isMap, isScalar, isSeq, type Pair } from "yaml";
import { kinds, type Form } from "../layout.ts";

/** The keywords of a JSON Schema that say in which order keys stand. */
type Plain = {
  readonly properties?: Readonly<Record<string, Plain>>;
  readonly patternProperties?: Readonly<Record<string, Plain>>;
  readonly items?: Plain | readonly Plain[];
};

/** What a file of this form holds, as a schema. */
export function schemaOf(form: Form): TSchema {
  if ("one" in form) return kinds[form.one];
  const lists = form.lists.map((kind) => [kind, { type: "array", items: kinds[kind] }] as const);
  return { type: "object", properties: Object.fromEntries(lists), additionalProperties: false };
}

/** Puts the keys of a file into the order of its schema; keys that authors make up stay put. */
export const orderKeys = (node: unknown, schema: TSchema): void => order(node, schema as Plain);

function order(node: unknown, schema: Plain): void {
  if (isSeq(node)) orderAll(node.items, schema);
  if (!isMap(node)) return;
  const known = Object.keys(schema.properties ?? {});
  const placeOf = (pair: Pair): number => {
    const place = known.indexOf(keyOf(pair));
    return place < 0 ? known.length : place;
  };
  keepHeader(node.items, () => node.items.sort((a, b) => placeOf(a) - placeOf(b)));
  const made = Object.values(schema.patternProperties ?? {})[0];
  for (const pair of node.items) {
    const inner = schema.properties?.[keyOf(pair)] ?? made;
    if (inner) order(pair.value, inner);
  }
}

function orderAll(nodes: readonly unknown[], { items }: Plain): void {
  if (!items || Array.isArray(items)) return;
  for (const node of nodes) order(node, items as Plain);
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

type Noted = { commentBefore?: string | null };

/** The comment above the first key speaks of the whole, and stays above whatever comes first. */
function keepHeader(items: readonly Pair[], sort: () => void): void {
  const first = items[0]?.key as Noted | undefined;
  const header = first?.commentBefore;
  if (first) delete first.commentBefore;
  sort();
  const now = items[0]?.key as Noted | undefined;
  if (!now || header === undefined || header === null) return;
  now.commentBefore = [header, now.commentBefore].filter((text) => text).join("\n");
}
