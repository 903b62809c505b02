import type { Draws } from "../../src/land/generate/draw.ts";
import { grow, type Growing, type Lexicon, type Schema } from "./schema.ts";
import type { Plan } from "./shot.ts";

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};

type Described = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
};

/** What an OpenAPI document tells, as far as requests are made from it. */
export type Document = { readonly paths: Readonly<Record<string, Record<string, Described>>> };

export type Operation = {
  readonly name: string;
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
};

/** Every operation of a document. */
export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${template}`,
      method: method.toUpperCase(),
      template,
      parameters,
      body: requestBody && Object.values(requestBody.content)[0]?.schema,
    })),
  );

/** A name as the lexicon lists it: an id means another thing under another path. */
const listedName = ({ template }: Operation, { name }: Parameter): string =>
  name === "id" ? `${template.split("/")[4] ?? ""}.id` : name;

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

function filled(operation: Operation, place: string, growing: Growing): Record<string, string> {
  const wanted = operation.parameters.filter(
    (parameter) => parameter.in === place && (parameter.required || growing.draws.chance(400)),
  );
  const pairs = wanted.map((parameter) => {
    const value = grow(growing, parameter.schema, listedName(operation, parameter));
    return [parameter.name, textOf(value)];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** A key under which a write may come twice, and the version that a change was thought out on. */
function headersOf({ method }: Operation, { draws, lexicon }: Growing): Plan["headers"] {
  const key = `soak-${draws.whole(0, 999_999_999)}`;
  const versions = lexicon["if-match"] ?? [];
  const isChange = ["PATCH", "DELETE"].includes(method) && versions.length > 0;
  return {
    ...(method === "POST" && draws.chance(300) ? { "idempotency-key": key } : {}),
    ...(isChange && draws.chance(800) ? { "if-match": String(draws.pick(versions)) } : {}),
  };
}

/** A request that the operation's schemas allow. */
export function planOf(operation: Operation, draws: Draws, lexicon: Lexicon): Plan {
  const growing = { draws, lexicon };
  return {
    operation: operation.name,
    method: operation.method,
    template: operation.template,
    params: filled(operation, "path", growing),
    query: filled(operation, "query", growing),
    headers: headersOf(operation, growing),
    ...(operation.body ? { body: grow(growing, operation.body, "") } : {}),
  };
}
