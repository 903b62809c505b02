import { Settings } from "typebox/system";
import { Value } from "typebox/value";
import type { TSchema } from "typebox";
import { isScalar } from "yaml";
import { nearest, type Diagnostic } from "../rules/index.ts";
import { keyRange, nodeAt, valueRange } from "./located.ts";
import { diagnosticAt, type PackFinding } from "./places.ts";
import type { YamlFile } from "./yaml.ts";

type Path = readonly (string | number)[];
type SchemaError = ReturnType<typeof Value.Errors>[number];

/** The keywords of a JSON Schema that findings are made from. */
type Plain = {
  readonly properties?: Readonly<Record<string, Plain>>;
  readonly patternProperties?: Readonly<Record<string, Plain>>;
  readonly items?: Plain | readonly Plain[];
  readonly enum?: readonly string[];
  readonly type?: string;
};

/** The most findings that are gathered about one object. */
const mostErrors = 200;

/** A part of a file that has to fit a schema. */
export type Part = {
  readonly file: YamlFile;
  readonly path: Path;
  readonly value: unknown;
  readonly schema: TSchema;
};

/** Holds a part of a file against its schema: nothing where it fits, else every misfit with its
 * place. */
export function misfits(part: Part): Diagnostic[] {
  const { value, schema } = part;
  const names = unfitNames(part, schema as Plain);
  if (names.length === 0 && Value.Check(schema, value)) return [];
  return [...names, ...allErrors(schema, value).flatMap((error) => describe(part, error))];
}

/** TypeBox stops at eight errors; an author wants all of them at once. */
function allErrors(schema: TSchema, value: unknown): SchemaError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: mostErrors });
  try {
    return Value.Errors(schema, value).filter(isOwn);
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** The errors of single forms of a union, and of unknown keys, only repeat another error. */
const isOwn = ({ keyword, schemaPath }: SchemaError): boolean =>
  keyword !== "boolean" && !/\/anyOf\/\d+/.test(schemaPath);

const stepsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

function describe(part: Part, error: SchemaError): Diagnostic[] {
  const { file } = part;
  const inside = stepsOf(error.instancePath);
  const path = [...part.path, ...inside];
  const found = inside.reduce<unknown>(stepInto, part.value);
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === "additionalProperties") return unknownKeys(part, { path, error });
  if (error.keyword === "required") {
    return (params["requiredProperties"] as string[]).map((key) =>
      diagnosticAt(file, keyRange(file, path), { code: "key_missing", holes: { key } }),
    );
  }
  return [diagnosticAt(file, valueRange(file, path), misfit(error, path.at(-1), found))];
}

/** What is wrong with one value, by the keyword of the schema that it fails. */
function misfit(error: SchemaError, key: string | number | undefined, found: unknown): PackFinding {
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === "enum") return wordFinding(found, params["allowedValues"] as string[]);
  if (error.keyword === "type") return typeFinding(String(params["type"]), found);
  if (error.keyword === "anyOf") return typeFinding("shape", found);
  if (error.keyword === "minItems") {
    return { code: "list_too_short", holes: { least: Number(params["limit"]) } };
  }
  return textFinding(found, String(key ?? ""));
}

const stepInto = (value: unknown, step: string): unknown =>
  typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[step]
    : undefined;

const kindOf = (value: unknown): string =>
  value === null || value === undefined ? "null" : Array.isArray(value) ? "array" : typeof value;

const typeFinding = (expected: string, found: unknown): PackFinding => ({
  code: "value_unfit",
  holes: { expected, found: kindOf(found) },
});

const textFinding = (found: unknown, key: string): PackFinding => ({
  code: "text_unfit",
  holes: { found: String(found).slice(0, 60), key },
});

function wordFinding(found: unknown, known: readonly string[]): PackFinding {
  if (typeof found !== "string") return typeFinding("string", found);
  return { code: "word_unknown", holes: { found, nearest: nearest(found, known), known } };
}

type At = { readonly path: Path; readonly error: SchemaError };

function unknownKeys({ file, schema }: Part, { path, error }: At): Diagnostic[] {
  const place = stepsOf(error.schemaPath.slice(1)).reduce<unknown>(stepInto, schema) as
    | Plain
    | undefined;
  const known = Object.keys(place?.properties ?? {});
  const keys = (error.params as { additionalProperties: string[] }).additionalProperties;
  return keys.map((key) => {
    const holes = { key, nearest: nearest(key, known), known };
    return diagnosticAt(file, keyRange(file, [...path, key]), { code: "key_unknown", holes });
  });
}

/** Names that authors make up (parameters, let values): a schema lets unfit ones pass unseen. */
function unfitNames(part: Part, schema: Plain): Diagnostic[] {
  const { file, path, value } = part;
  if (typeof value !== "object" || value === null) return [];
  const patterns = Object.entries(schema.patternProperties ?? {});
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = { ...part, path: [...path, Array.isArray(value) ? Number(key) : key], value: inner };
    // oxlint-disable-next-line house/patterns-are-literals -- the schema's own, which is ours
    const pattern = patterns.find(([one]) => new RegExp(one).test(key));
    if (patterns.length > 0 && !pattern) {
      const finding: PackFinding = { code: "name_unfit", holes: { name: key } };
      return [diagnosticAt(file, keyRange(file, at.path), finding)];
    }
    const items = Array.isArray(schema.items) ? undefined : (schema.items as Plain | undefined);
    const next =
      pattern?.[1] ?? schema.properties?.[key] ?? (Array.isArray(value) ? items : undefined);
    return next ? unfitNames(at, next) : [];
  });
}

/** A text that YAML reads as a number, such as a hash of digits, is taken as it is written. */
export function textsAsWritten({ file, path, value, schema }: Part): unknown {
  return asWritten(file, { path, value, schema: schema as Plain });
}

type Piece = { readonly path: Path; readonly value: unknown; readonly schema: Plain };

function asWritten(file: YamlFile, { path, value, schema }: Piece): unknown {
  if (schema.type === "string" && typeof value === "number") {
    const { node } = nodeAt(file, path);
    return isScalar(node) && node.source !== undefined ? node.source : value;
  }
  if (Array.isArray(value)) {
    const items = schema.items as Plain | undefined;
    if (!items || Array.isArray(items)) return value;
    return value.map((one: unknown, index) =>
      asWritten(file, { path: [...path, index], value: one, schema: items }),
    );
  }
  if (typeof value !== "object" || value === null || !schema.properties) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      const next = schema.properties?.[key];
      const piece = { path: [...path, key], value: inner, schema: next ?? {} };
      return [key, next ? asWritten(file, piece) : inner];
    }),
  );
}
