import type { TLocalizedValidationError } from "typebox/error";
import { violationsEn } from "./messages.en.ts";
import { violationsZh, type ViolationMessages } from "./messages.zh.ts";
import type { Violation } from "./problem.ts";

export type RequestPart = "body" | "querystring" | "params" | "headers";

/** A request that breaks its route's schema. */
export class SchemaViolation extends Error {
  override readonly name = "SchemaViolation";
  readonly statusCode = 400;
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super("the request breaks the schema of its route");
    this.violations = violations;
  }
}

type SchemaError = TLocalizedValidationError;

/** How the pointer into each part of a request begins. */
export const prefixes: Readonly<Record<RequestPart, string>> = {
  body: "#",
  querystring: "/query",
  params: "/path",
  headers: "/headers",
};

/** Says each schema error in both languages, with the place it stands at. */
export function toViolations(part: RequestPart, errors: readonly SchemaError[]): Violation[] {
  return withoutEchoes(errors).map((error) => ({
    pointer: prefixes[part] + error.instancePath,
    message: {
      zh: sayError(violationsZh, error, errors),
      en: sayError(violationsEn, error, errors),
    },
  }));
}

/** A failed union also reports every failed branch: the union's own error says enough. */
function withoutEchoes(errors: readonly SchemaError[]): SchemaError[] {
  const unions = errors.filter(({ keyword }) => keyword === "anyOf");
  const inUnion = (error: SchemaError): boolean =>
    unions.some(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/anyOf/`));
  return errors.filter((error) => error.keyword !== "boolean" && !inUnion(error));
}

function sayError(
  words: ViolationMessages,
  error: SchemaError,
  all: readonly SchemaError[],
): string {
  const { keyword, message } = error;
  const params = error.params as Record<string, unknown>;
  const limits = [String(params["comparison"] ?? comparisons[keyword]), String(params["limit"])];
  const [comparison = "", limit = ""] = limits;
  if (keyword === "required") return words.required(list(params["requiredProperties"]));
  if (keyword === "additionalProperties") return words.unknown(list(params[keyword]));
  if (keyword === "type") return words.type(list(params["type"]));
  if (keyword === "enum") return words.allowed(list(params["allowedValues"]));
  if (keyword === "const") return words.allowed(list(params["allowedValue"]));
  if (/^(exclusive)?(min|max)imum$/i.test(keyword)) return words.range(comparison, limit);
  if (keyword.endsWith("Length")) return words.length(comparison, limit);
  if (keyword.endsWith("Items")) return words.items(comparison, limit);
  if (keyword === "pattern") return words.pattern(String(params["pattern"]));
  if (keyword === "format") return words.format(String(params["format"]));
  if (keyword === "anyOf") return sayUnion(words, error, all);
  return words.other(message);
}

const comparisons: Readonly<Record<string, string>> = {
  minLength: ">=",
  maxLength: "<=",
  minItems: ">=",
  maxItems: "<=",
};

/** A union of plain values is said as the list of them. */
function sayUnion(
  words: ViolationMessages,
  { schemaPath }: SchemaError,
  all: readonly SchemaError[],
): string {
  const branches = all.filter((error) => error.schemaPath.startsWith(`${schemaPath}/anyOf/`));
  const values = branches
    .filter(({ keyword }) => keyword === "const")
    .map(({ params }) => (params as { allowedValue: unknown }).allowedValue);
  return values.length > 0 && values.length === branches.length
    ? words.allowed(list(values))
    : words.alternative();
}

const list = (value: unknown): string => (Array.isArray(value) ? value : [value]).join(", ");
