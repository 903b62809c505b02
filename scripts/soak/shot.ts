import { request as httpRequest, type Agent, type IncomingMessage } from "node:http";

/** One request as it is planned: its parts can still be broken one by one. */
export type Plan = {
  readonly operation: string;
  readonly method: string;
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Bytes in place of the body, and an address in place of the template's. */
  readonly raw?: Buffer;
  readonly path?: string;
};

/** A plan, and how it was broken. */
export type Shot = Plan & { readonly kind: string };

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly ms: number;
};

const encode = (text: string): string => {
  // A lone surrogate has no encoding: what a client would send for it is the sign for "unknown".
  const whole = text.replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
  return encodeURIComponent(whole);
};

/** The address of a plan. */
export function pathOf({ path, template, params, query }: Plan): string {
  if (path !== undefined) return path;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encode(params[name] ?? ""));
  const asked = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return asked.length > 0 ? `${filled}?${asked.join("&")}` : filled;
}

function bodyOf({ raw, body }: Plan): Buffer | undefined {
  if (raw) return raw;
  return body === undefined ? undefined : Buffer.from(JSON.stringify(body));
}

const patienceMs = 60_000;

/** Sends a plan and waits for the whole answer. @throws when the server gives none in time. */
export function send(url: string, plan: Plan, agent: Agent): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const body = bodyOf(plan);
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const length = body === undefined ? {} : { "content-length": String(body.length) };
  const headers = { ...type, ...plan.headers, ...length };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patienceMs);
    const where = { hostname, port, agent, signal };
    const options = { ...where, headers, method: plan.method, path: pathOf(plan) };
    const call = httpRequest(options, (answer) => {
      readAnswer(answer).then((text) => {
        const ms = performance.now() - started;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, ms });
      }, reject);
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** The text of an answer; a stream of events has no end, and is left after its head. */
async function readAnswer(answer: IncomingMessage): Promise<string> {
  if (String(answer.headers["content-type"]).startsWith("text/event-stream")) {
    answer.destroy();
    return "";
  }
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
