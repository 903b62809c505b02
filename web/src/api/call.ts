import { settings } from "../app/settings.ts";
import { ProblemError, problemOf, unreachable } from "./problem.ts";

declare const answerOf: unique symbol;
declare const bodyOf: unique symbol;

/** One route of the server. The types of its body and answer come from the room's contract. */
export type Endpoint<Answer, Body = undefined> = {
  readonly method: "GET" | "POST";
  /** Holes are written :like-this and filled from `params`. */
  readonly path: string;
  readonly [answerOf]?: Answer;
  readonly [bodyOf]?: Body;
};

export type CallInput<Body> = {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
} & (Body extends undefined ? { body?: undefined } : { body: Body });

export const get = <Answer>(path: string): Endpoint<Answer> => ({ method: "GET", path });
export const post = <Answer, Body>(path: string): Endpoint<Answer, Body> => ({
  method: "POST",
  path,
});

/** Fills the holes of a path and appends what the query states. */
export function address(
  path: string,
  params: Record<string, string> = {},
  query: Record<string, string | number | undefined> = {},
): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_hole, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const stated = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return stated.length ? `${filled}?${new URLSearchParams(stated).toString()}` : filled;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ProblemError(problemOf(response.status || 500, undefined), { cause });
  }
}

function request(method: string, body: unknown, signal: AbortSignal | undefined): RequestInit {
  const headers: Record<string, string> = {
    accept: "application/json, application/problem+json",
    "accept-language": settings.read().locale === "en" ? "en" : "zh-CN",
  };
  if (body === undefined) return { method, headers, ...(signal && { signal }) };
  headers["content-type"] = "application/json";
  headers["idempotency-key"] = crypto.randomUUID();
  return { method, headers, body: JSON.stringify(body), ...(signal && { signal }) };
}

/**
 * Asks the server. @throws ProblemError with what went wrong, in the form that the screen shows.
 */
export async function call<Answer, Body>(
  endpoint: Endpoint<Answer, Body>,
  input: CallInput<Body>,
): Promise<Answer> {
  const url = address(endpoint.path, input.params, input.query);
  const response = await fetch(url, request(endpoint.method, input.body, input.signal)).catch(
    (cause: unknown) => {
      if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
      throw new ProblemError(unreachable, { cause });
    },
  );
  const answer = await readJson(response);
  if (!response.ok) throw new ProblemError(problemOf(response.status, answer));
  return answer as Answer;
}
