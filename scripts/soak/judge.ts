import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../step.ts";
import type { Fault } from "./fault.ts";
import { pathOf, type Answer, type Shot } from "./shot.ts";

type Body = Readonly<Record<string, unknown>>;

const pages = new Map<string, boolean>();

function hasPage(code: string): boolean {
  const known = pages.get(code);
  if (known !== undefined) return known;
  const there =
    /^[a-z][a-z0-9_]*$/.test(code) && existsSync(join(root, `docs/problems/${code}.md`));
  pages.set(code, there);
  return there;
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

function bodyOf({ text }: Answer): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** What is wrong with the form of a problem. */
function problemFaults(answer: Answer): string[] {
  const type = String(answer.headers["content-type"] ?? "");
  if (!type.startsWith("application/problem+json")) return [`${answer.status} as ${type}`];
  const body = bodyOf(answer);
  if (!body) return [`${answer.status} is no JSON`];
  const { code, status, message } = body as { code: unknown; status: unknown; message: Body };
  return [
    ...(status === answer.status ? [] : [`says status ${String(status)}`]),
    ...(isText(message?.["zh"]) && isText(message?.["en"]) ? [] : ["not said in two languages"]),
    ...(hasPage(String(code)) ? [] : [`no page for ${String(code)}`]),
  ];
}

/** What no answer may tell: where the program stands, or what its database was asked. */
const leaks = /node_modules|\bat (async )?\S+ \(|\.ts:\d+:\d+|PGlite|syntax error at|pg_catalog/;

/** Which page a browser gets is its own: problems may come as pages to whoever asks for pages. */
function headerFaults({ template, path }: Shot, { headers, status }: Answer): string[] {
  const wanted = ["content-security-policy", "x-content-type-options", "x-request-id"];
  const missing = wanted.filter((name) => headers[name] === undefined);
  const isOfPersons = path === undefined && template.startsWith("/api/v1/people/") && status < 300;
  const isKept = isOfPersons && headers["cache-control"] !== "no-store";
  return [...missing.map((name) => `without ${name}`), ...(isKept ? ["kept by caches"] : [])];
}

function statusFaults(answer: Answer): string[] {
  const { status, headers } = answer;
  if (status >= 500 && status !== 503) return [`status ${status}`];
  if (status === 503 && headers["retry-after"] === undefined) return ["503 without retry-after"];
  if (status === 429 && headers["retry-after"] === undefined) return ["429 without retry-after"];
  return [];
}

/** A request in a few words: how it was broken, where it went, and what it carried. */
export function wordsOf(shot: Shot): string {
  const sent = shot.raw?.toString("utf8") ?? JSON.stringify(shot.body) ?? "";
  return `${shot.kind}: ${shot.method} ${pathOf(shot).slice(0, 120)} ${sent.slice(0, 200)}`;
}

/** The code of the problem that an answer tells. */
export const codeOf = (answer: Answer): string => String(bodyOf(answer)?.["code"] ?? "none");

/** Everything that is wrong with an answer, with words that name the request. */
export function faultsOf(shot: Shot, answer: Answer): Fault[] {
  const hasForm = answer.status >= 400 && shot.method !== "HEAD";
  const kinds = [
    ...statusFaults(answer),
    ...headerFaults(shot, answer),
    ...(hasForm ? problemFaults(answer) : []),
    ...(leaks.test(hasForm ? answer.text : "") ? ["tells of its inside"] : []),
  ];
  if (kinds.length === 0) return [];
  const number = String(answer.headers["x-request-id"] ?? "none");
  const example = `${wordsOf(shot)} · ${answer.status} ${codeOf(answer)}, request ${number}`;
  return kinds.map((kind) => ({ kind, example }));
}

/** A busy server may say so, by name and with the time to come again. */
export const isBudget = ({ status }: Answer): boolean => status === 429 || status === 503;
