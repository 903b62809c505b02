import type { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { send, type Answer, type Plan } from "./shot.ts";

/** Somebody who asks: nobody, or a kind of user of the synthetic city. */
export type Visitor = { readonly name: string; readonly headers: Readonly<Record<string, string>> };

export const nobody: Visitor = { name: "anonymous", headers: {} };

export type Line = { readonly url: string; readonly agent: Agent };

type Question = Partial<Plan> & { readonly template: string };

const patienceMs = 60_000;

/** Asks outside the count; a server that is too busy is asked again when it says, for a minute. */
export async function ask({ url, agent }: Line, question: Question): Promise<Answer> {
  const rest = { operation: question.template, params: {}, query: {}, headers: {} };
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await send(url, { method: "GET", ...rest, ...question }, agent);
    if (answer.status !== 503 || performance.now() > until) return answer;
    await pause(Number(answer.headers["retry-after"]) * 1_000);
  }
}

/** What a session that was just opened puts into each request. */
export function headersOf(answer: Answer): Visitor["headers"] {
  if (answer.status !== 201) throw new Error(`nobody came in: ${answer.text.slice(0, 300)}`);
  const { csrfToken } = JSON.parse(answer.text) as { csrfToken: string };
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  return { cookie, "x-csrf-token": csrfToken };
}

/** Signs in as the demonstration of a role. */
async function enter(line: Line, role: string): Promise<Visitor> {
  const template = "/api/v1/people/session/demonstration";
  const answer = await ask(line, { method: "POST", template, body: { role } });
  return { name: role, headers: headersOf(answer) };
}

/**
 * Nobody, and each kind of user. The administrator enters several times: most of what changes
 * something is refused to the others at the door, and one of these sessions may end under fire.
 */
export async function visitorsOf(line: Line): Promise<readonly Visitor[]> {
  const answer = await ask(line, { template: "/api/v1/people/session" });
  const page = JSON.parse(answer.text) as { signIn: { demonstration: { role: string }[] } };
  const offered = page.signIn.demonstration.map(({ role }) => role);
  const often = Array.from({ length: 4 }, () => "administrator");
  const visitors: Visitor[] = [nobody];
  for (const role of [...offered, ...often]) visitors.push(await enter(line, role));
  return visitors;
}
