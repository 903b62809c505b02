import type { FastifyInstance } from "fastify";
import { mayBeUnstorable, unstorableTexts } from "./storable.ts";
import { SchemaViolation } from "./violation.ts";

/** A body that is no JSON, and what the parser stumbled over. */
export class JsonBroken extends Error {
  override readonly name = "JsonBroken";
  readonly code = "json_broken";
  readonly statusCode = 400;
}

/** A body that nests deeper than anything of ours: whoever walks it by recursion would fall. */
export class JsonTooDeep extends Error {
  override readonly name = "JsonTooDeep";
  readonly code = "json_too_deep";
  readonly statusCode = 400;
}

/** The deepest contract of ours needs a tenth of it. */
export const deepestJson = 100;

/** Reads JSON and GeoJSON bodies; names like __proto__, which could poison objects, are refused. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ["application/json", "application/geo+json"],
    { parseAs: "string" },
    (request, body, done) => {
      const text = String(body);
      if (isTooDeep(text)) return done(new JsonTooDeep());
      void parse(request, text, (cause, value) => {
        const empty = (cause as { code?: string } | null)?.code === "FST_ERR_CTP_EMPTY_JSON_BODY";
        if (cause && !empty) return done(new JsonBroken(reasonOf(text)));
        const found = mayBeUnstorable(text) ? unstorableTexts("body", value) : [];
        return found.length > 0 ? done(new SchemaViolation(found)) : done(cause, value);
      });
    },
  );
}

/** Looks at the brackets outside of strings, before anything is built of them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= deepestJson; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === "]" || sign === "}") depth -= 1;
  }
  return depth > deepestJson;
}

/** Where the string that begins here ends; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

function reasonOf(text: string): string {
  try {
    JSON.parse(text);
    return "__proto__ / constructor";
  } catch (cause) {
    return cause instanceof SyntaxError ? cause.message.slice(0, 200) : String(cause);
  }
}
