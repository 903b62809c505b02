import type { FastifyInstance } from "fastify";

/** A body that is no JSON, and what the parser stumbled over. */
export class JsonBroken extends Error {
  override readonly name = "JsonBroken";
  readonly code = "json_broken";
  readonly statusCode = 400;
}

/** Reads JSON and GeoJSON bodies; names like __proto__, which could poison objects, are refused. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ["application/json", "application/geo+json"],
    { parseAs: "string" },
    (request, body, done) => {
      const text = String(body);
      void parse(request, text, (cause, value) => {
        const empty = (cause as { code?: string } | null)?.code === "FST_ERR_CTP_EMPTY_JSON_BODY";
        if (cause && !empty) done(new JsonBroken(reasonOf(text)));
        else done(cause, value);
      });
    },
  );
}

function reasonOf(text: string): string {
  try {
    JSON.parse(text);
    return "__proto__ / constructor";
  } catch (cause) {
    return cause instanceof SyntaxError ? cause.message.slice(0, 200) : String(cause);
  }
}
