import { bilingual, type Locale } from "../base/message.ts";
import { kinds, places, type Form } from "./layout.ts";
import { keyWords } from "./key-words.ts";

/** The part of a JSON Schema that packs are described with. */
export type JsonSchema = {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly $ref?: string;
};

const draft = "http://json-schema.org/draft-07/schema#";

const anyFile = bilingual("政策包里的任一文件", "Any file of a pack");

/** The names of the kinds of files that a pack is made of. */
export const fileKinds: readonly string[] = places.map(({ name }) => name);

/**
 * What an editor checks a file against: of one kind, or of any kind where none is named. It takes
 * what the program reads; what the program says beyond it (names that nothing bears, units, types)
 * only the program says.
 */
export function schemaOf(name: string | undefined, locale: Locale): JsonSchema | undefined {
  if (name === undefined) return anySchema(locale);
  const place = places.find((one) => one.name === name);
  return place && { $schema: draft, ...placeSchema(place, locale) };
}

function anySchema(locale: Locale): JsonSchema {
  const definitions = places.map((place) => [place.name, placeSchema(place, locale)] as const);
  return {
    $schema: draft,
    title: anyFile[locale],
    anyOf: fileKinds.map((name) => ({ $ref: `#/definitions/${name}` })),
    definitions: Object.fromEntries(definitions),
  };
}

const placeSchema = ({ title, form }: (typeof places)[number], locale: Locale): JsonSchema => ({
  title: title[locale],
  ...formSchema(form, locale),
});

function formSchema(form: Form, locale: Locale): JsonSchema {
  if ("one" in form) return forEditors(plain(form.one), { locale, isPlain: true });
  const lists = form.lists.map((kind) => {
    const items = forEditors(plain(kind), { locale, isPlain: true });
    return [kind, { type: "array", items }] as const;
  });
  return {
    type: "object",
    properties: Object.fromEntries(lists),
    additionalProperties: false,
  };
}

/** A schema without what TypeBox keeps beside it. */
const plain = (kind: keyof typeof kinds): JsonSchema =>
  JSON.parse(JSON.stringify(kinds[kind])) as JsonSchema;

type Writing = {
  readonly locale: Locale;
  /** Whether a text here is taken as it is written, where YAML reads it as a number. */
  readonly isPlain: boolean;
};

const anyName = "^.*$";

/** A schema as editors want it: with words for its keys, and strict about made-up names. */
function forEditors(schema: JsonSchema, writing: Writing): JsonSchema {
  const { type, properties, patternProperties, items, anyOf } = schema;
  const inside = { ...writing, isPlain: false };
  const named = patternProperties && mapped(patternProperties, (one) => forEditors(one, inside));
  return {
    ...schema,
    ...(type === "string" && writing.isPlain && { type: ["string", "number"] }),
    ...(properties && { properties: mapped(properties, (one, key) => told(one, key, writing)) }),
    ...(named && { patternProperties: named }),
    ...(named && !(anyName in named) && { additionalProperties: false }),
    ...(items && { items: isTuple(items) ? items : forEditors(items, writing) }),
    ...(anyOf && { anyOf: anyOf.map((one) => forEditors(one, inside)) }),
  };
}

const isTuple = (items: NonNullable<JsonSchema["items"]>): items is readonly JsonSchema[] =>
  Array.isArray(items);

const mapped = (
  all: Readonly<Record<string, JsonSchema>>,
  change: (schema: JsonSchema, key: string) => JsonSchema,
): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one, key)]));

function told(schema: JsonSchema, key: string, writing: Writing): JsonSchema {
  const words = keyWords[key]?.[writing.locale];
  const written = forEditors(schema, writing);
  return words === undefined ? written : { ...written, description: words };
}
