import type { Draws } from "../../src/land/generate/draw.ts";

/** As much of JSON Schema as our contracts use. */
export type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** What the city really holds, by the name of the field that asks for it. */
export type Lexicon = Readonly<Record<string, readonly unknown[]>>;

export type Growing = { readonly draws: Draws; readonly lexicon: Lexicon };

const words = [
  "building",
  "a",
  "更新",
  "2026-05-01",
  "110000",
  "110000.110105",
  "one two",
  "a-b_c",
];

/** A value that the schema allows; what the lexicon knows of the name is taken more often. */
export function grow(growing: Growing, schema: Schema, name: string): unknown {
  const { draws, lexicon } = growing;
  const known = lexicon[name] ?? [];
  if (known.length > 0 && draws.chance(800)) return draws.pick(known);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return draws.pick(schema.enum);
  if (schema.anyOf) return grow(growing, draws.pick(schema.anyOf), name);
  switch (schema.type) {
    case "object":
      return growObject(growing, schema);
    case "array":
      return growArray(growing, schema, name);
    case "integer":
    case "number":
      return growNumber(draws, schema);
    case "boolean":
      return draws.chance(500);
    case "null":
      return null;
    case "string":
      return growText(draws, schema);
    case undefined:
    default:
      return draws.pick(["text", 1, true, null, {}]);
  }
}

function growObject(growing: Growing, { properties = {}, required = [] }: Schema): unknown {
  const kept = Object.entries(properties).filter(
    ([name]) => required.includes(name) || growing.draws.chance(500),
  );
  return Object.fromEntries(kept.map(([name, schema]) => [name, grow(growing, schema, name)]));
}

function growArray(growing: Growing, { items = {}, minItems = 0, maxItems }: Schema, name: string) {
  const length = growing.draws.whole(minItems, Math.min(maxItems ?? minItems + 3, minItems + 3));
  return Array.from({ length }, () => grow(growing, items, name));
}

function growNumber(draws: Draws, { type, minimum = -10, maximum = minimum + 1_000 }: Schema) {
  const whole = draws.whole(Math.ceil(minimum), Math.floor(maximum));
  return type === "integer" || whole === maximum ? whole : whole + 0.5;
}

function growText(draws: Draws, { minLength = 0, maxLength = 200, pattern }: Schema): string {
  // oxlint-disable-next-line house/patterns-are-literals -- a contract writes it, no caller
  const fits = words.filter((word) => pattern === undefined || new RegExp(pattern, "u").test(word));
  const word = draws.pick(fits.length > 0 ? fits : words);
  return word.padEnd(minLength, "x").slice(0, Math.max(maxLength, minLength));
}
