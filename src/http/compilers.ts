import type { FastifySchemaCompiler } from "fastify";
import type { FastifySerializerCompiler } from "fastify/types/schema.js";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Value } from "typebox/value";
import { invariant } from "../base/invariant.ts";
import { unstorableTexts } from "./storable.ts";
import { SchemaViolation, toViolations, type RequestPart } from "./violation.ts";

/** Checks a part of a request. Only what came as text (query, path) is converted: a body is not. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  const part = (httpPart ?? "body") as RequestPart;
  return (given: unknown) => {
    const value = part === "body" ? given : Value.Convert(schema, given);
    if (!check.Check(value)) {
      return { error: new SchemaViolation(toViolations(part, check.Errors(value))) };
    }
    // A body's texts were looked at when it was read, whether or not its route has a schema.
    const unstorable = part === "body" ? [] : unstorableTexts(part, value);
    return unstorable.length > 0 ? { error: new SchemaViolation(unstorable) } : { value };
  };
};

/** Writes answers; under test it first holds each against the contract of its route. */
export function serializerCompiler(checkAnswers: boolean): FastifySerializerCompiler<TSchema> {
  return ({ schema, url, method, httpStatus }) => {
    if (!checkAnswers) return (answer) => JSON.stringify(answer);
    const check = Compile(schema);
    return (answer) => {
      const text = JSON.stringify(answer);
      const errors = check.Errors(JSON.parse(text));
      const said = JSON.stringify(errors.slice(0, 3));
      invariant(errors.length === 0, `${method} ${url} ${httpStatus} keeps its contract: ${said}`);
      return text;
    };
  };
}
