import type { Agent } from "node:http";
import { roles } from "../../src/people/contract.ts";
import type { Lexicon } from "./schema.ts";
import { send, type Answer, type Plan } from "./shot.ts";

/** Somebody who asks: nobody, or a kind of user of the synthetic city. */
export type Visitor = { readonly name: string; readonly headers: Readonly<Record<string, string>> };

export const nobody: Visitor = { name: "anonymous", headers: {} };

export type Line = { readonly url: string; readonly agent: Agent };

type Question = Partial<Plan> & { readonly template: string };

const ask = ({ url, agent }: Line, question: Question): Promise<Answer> => {
  const rest = { operation: question.template, params: {}, query: {}, headers: {} };
  return send(url, { method: "GET", ...rest, ...question }, agent);
};

/** Signs in as the demonstration of a role. */
async function enter(line: Line, role: string): Promise<Visitor> {
  const template = "/api/v1/people/session/demonstration";
  const answer = await ask(line, { method: "POST", template, body: { role } });
  if (answer.status !== 201) throw new Error(`${role} cannot enter: ${answer.text.slice(0, 300)}`);
  const { csrfToken } = JSON.parse(answer.text) as { csrfToken: string };
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  return { name: role, headers: { cookie, "x-csrf-token": csrfToken } };
}

/** Nobody, and each kind of user that may still enter: some lock each other out under fire. */
export async function visitorsOf(line: Line): Promise<readonly Visitor[]> {
  const answer = await ask(line, { template: "/api/v1/people/session" });
  const page = JSON.parse(answer.text) as { signIn: { demonstration: { role: string }[] } };
  const offered = page.signIn.demonstration.map(({ role }) => role);
  const visitors: Visitor[] = [nobody];
  for (const role of offered) visitors.push(await enter(line, role));
  return visitors;
}

type Rows = Readonly<Record<string, unknown>>[];

async function column(line: Line, template: string, names: readonly [string, string]) {
  const answer = await ask(line, { template, headers: await administrator(line) });
  if (answer.status !== 200) throw new Error(`${template}: ${answer.text.slice(0, 300)}`);
  const [list, field] = names;
  const rows = (JSON.parse(answer.text) as Record<string, Rows>)[list] ?? [];
  return rows.slice(0, 50).map((row) => row[field]);
}

const administrator = async (line: Line): Promise<Visitor["headers"]> =>
  (await enter(line, "administrator")).headers;

const square = (lon: number, lat: number, size: number): unknown => {
  const [e, n] = [lon + size, lat + size];
  const ring = [
    [lon, lat],
    [e, lat],
    [e, n],
    [lon, n],
    [lon, lat],
  ];
  return { type: "Polygon", coordinates: [ring] };
};

/** What the city holds, by the names under which requests ask for it. */
export async function lexiconOf(line: Line): Promise<Lexicon> {
  const features = "/api/v1/land/layers/buildings/features";
  const buildings = await column(line, features, ["features", "id"]);
  const measures = (await column(line, "/api/v1/policy/measures", ["measures", "id"])).map(String);
  const accounts = await column(line, "/api/v1/people/accounts", ["accounts", "id"]);
  const places = await column(line, "/api/v1/people/organisations", ["organisations", "path"]);
  const squares = [0.0005, 0.001, 0.01].map((size) => square(116.4, 39.9, size));
  return {
    building: buildings,
    layer: ["buildings", "blocks", "districts", "green"],
    "features.id": buildings,
    document: measures.map((id) => id.split("/")[0]),
    item: measures.map((id) => id.split("/").slice(1).join("/")),
    project: await column(line, "/api/v1/policy/projects", ["projects", "id"]),
    polygon: squares,
    asOf: ["2026-01-01", "2026-05-01", "2030-12-31"],
    bbox: ["116.3,39.8,116.5,40.0", "116.4,39.9,116.41,39.91"],
    q: ["胡同", "street", "1"],
    account: accounts,
    "accounts.id": accounts,
    "grants.id": await column(line, "/api/v1/people/grants", ["grants", "id"]),
    role: roles,
    scope: places,
    path: places,
    parent: places,
    under: places,
    organisation: places,
    after: [""],
    newPassword: ["a passphrase nobody else has, 7"],
  };
}
