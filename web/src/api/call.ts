import { settings } from "../app/settings.ts";
import { ProblemError, problemOf, unreachable } from "./problem.ts";

declare const answerOf: unique symbol;
declare const bodyOf: unique symbol;

/** One route of the server. The types of its body and answer come from the room's contract. */
export type Endpoint<Answer, Body = undefined> = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Holes are written :like-this and filled from `params`. */
  readonly path: string;
  readonly [answerOf]?: Answer;
  readonly [bodyOf]?: Body;
};

export type CallInput<Body> = {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
  /** The version that a change was thought out on: sent as If-Match. */
  version?: number;
} & (Body extends undefined ? { body?: undefined } : { body: Body });

export const get = <Answer>(path: string): Endpoint<Answer> => ({ method: "GET", path });
export const post = <Answer, Body = undefined>(path: string): Endpoint<Answer, Body> => ({
  method: "POST",
  path,
});
export const put = <Answer, Body>(path: string): Endpoint<Answer, Body> => ({
  method: "PUT",
  path,
});
export const patch = <Answer, Body>(path: string): Endpoint<Answer, Body> => ({
  method: "PATCH",
  path,
});
export const remove = (path: string): Endpoint<unknown> => ({ method: "DELETE", path });

let readForgeryToken = async (): Promise<string | null> => null;

/** Says where the token comes from without which a session changes nothing. */
export function carryForgeryToken(read: () => Promise<string | null>): void {
  readForgeryToken = read;
}

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
  if (response.status === 204) return undefined;
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ProblemError(problemOf(response.status || 500, undefined), { cause });
  }
}

type Sent = { method: string; body?: unknown; version?: number | undefined };

/** What every request says of itself. */
const plainHeaders = (): Record<string, string> => ({
  accept: "application/json, application/problem+json",
  "accept-language": settings.read().locale === "en" ? "en" : "zh-CN",
});

/** What a request says that is to change something. */
async function changingHeaders(method: string): Promise<Record<string, string>> {
  const token = await readForgeryToken();
  return {
    ...plainHeaders(),
    ...(token !== null && { "x-csrf-token": token }),
    ...(method === "POST" && { "idempotency-key": crypto.randomUUID() }),
  };
}

/** Bytes go as they are, all else as JSON. */
const contentOf = (body: unknown): { type: string; body: BodyInit } =>
  body instanceof Blob
    ? { type: "application/octet-stream", body }
    : { type: "application/json", body: JSON.stringify(body) };

/** A look carries no token: it changes nothing, and need not wait for who is signed in. */
async function requestOf({ method, body, version }: Sent): Promise<RequestInit> {
  if (method === "GET") return { method, headers: plainHeaders() };
  const headers = await changingHeaders(method);
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  if (body === undefined) return { method, headers };
  const content = contentOf(body);
  headers["content-type"] = content.type;
  return { method, headers, body: content.body };
}

async function reach<Answer, Body>(
  endpoint: Endpoint<Answer, Body>,
  input: CallInput<Body>,
): Promise<Response> {
  const url = address(endpoint.path, input.params, input.query);
  const { body, version, signal } = input;
  const request = await requestOf({ method: endpoint.method, body, version });
  return fetch(url, { ...request, ...(signal && { signal }) }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ProblemError(unreachable, { cause });
  });
}

/**
 * Asks the server. @throws ProblemError with what went wrong, in the form that the screen shows.
 */
export async function call<Answer, Body>(
  endpoint: Endpoint<Answer, Body>,
  input: CallInput<Body>,
): Promise<Answer> {
  const response = await reach(endpoint, input);
  const answer = await readJson(response);
  if (!response.ok) throw new ProblemError(problemOf(response.status, answer));
  return answer as Answer;
}

/** Asks the server for a file. @throws ProblemError as `call` does. */
export async function callFile<Body>(
  endpoint: Endpoint<Blob, Body>,
  input: CallInput<Body>,
): Promise<Blob> {
  const response = await reach(endpoint, input);
  if (!response.ok) throw new ProblemError(problemOf(response.status, await readJson(response)));
  return response.blob();
}
