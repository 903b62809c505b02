import { roles } from "../../src/people/contract.ts";
import { inDays, passwords } from "./resident.ts";
import type { Lexicon } from "./schema.ts";
import { ask, type Line, type Visitor } from "./visitor.ts";

type Row = Readonly<Record<string, unknown>>;

/** Who looks, and through what: an administrator, who sees every row. */
type Looking = { readonly line: Line; readonly by: Visitor["headers"] };

async function rowsOf({ line, by }: Looking, room: string, list: string): Promise<readonly Row[]> {
  const template = `/api/v1/${room}`;
  const answer = await ask(line, { template, headers: by });
  if (answer.status !== 200) throw new Error(`${template}: ${answer.text.slice(0, 300)}`);
  return ((JSON.parse(answer.text) as Record<string, readonly Row[]>)[list] ?? []).slice(-50);
}

const column = (rows: readonly Row[], name: string): unknown[] => rows.map((row) => row[name]);

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

async function landWords(looking: Looking): Promise<Lexicon> {
  const buildings = column(
    await rowsOf(looking, "land/layers/buildings/features", "features"),
    "id",
  );
  return {
    building: buildings,
    layer: ["buildings", "blocks", "districts", "green"],
    "features.id": buildings,
    polygon: [0.0005, 0.001, 0.01].map((size) => square(116.4, 39.9, size)),
    bbox: ["116.3,39.8,116.5,40.0", "116.4,39.9,116.41,39.91"],
    q: ["胡同", "street", "1"],
  };
}

async function policyWords(looking: Looking): Promise<Lexicon> {
  const rows = await rowsOf(looking, "policy/measures", "measures");
  const measures = column(rows, "id").map(String);
  const template = "/api/v1/policy/evaluations";
  const made = await ask(looking.line, { method: "POST", template, body: { facts: {} } });
  return {
    document: measures.map((id) => id.split("/")[0]),
    item: measures.map((id) => id.split("/").slice(1).join("/")),
    project: column(await rowsOf(looking, "policy/projects", "projects"), "id"),
    "evaluations.id": [(JSON.parse(made.text) as Row)["id"]],
    asOf: ["2026-01-01", "2026-05-01", "2030-12-31"],
  };
}

/** The accounts of the demonstration are asked for, and never changed: they are the visitors. */
async function peopleWords(looking: Looking): Promise<Lexicon> {
  const all = await rowsOf(looking, "people/accounts?limit=200", "accounts");
  const own = column(
    all.filter((row) => row["demonstration"] === false),
    "id",
  );
  const grants = await rowsOf(looking, "people/grants", "grants");
  const changeable = grants.filter((row) => own.includes(row["account"]));
  const sessions = await rowsOf(looking, "people/account/sessions", "sessions");
  const places = column(await rowsOf(looking, "people/organisations", "organisations"), "path");
  const held = column(grants, "scope");
  return {
    account: column(all, "id"),
    to: column(all, "id"),
    "accounts.id": own,
    "account.id": column(
      sessions.filter((row) => row["current"] !== true),
      "id",
    ),
    "grants.id": column(changeable, "id"),
    "delegations.id": column(await rowsOf(looking, "people/delegations", "delegations"), "id"),
    role: [...roles, "administrator", "administrator", "planner", "planner"],
    email: ["someone@example.com", null],
    scope: [...held, ...places],
    ...{ path: places, parent: places, under: places, organisation: places },
    until: [inDays(30), inDays(300)],
    version: [1, 2],
    ...{ password: passwords, oldPassword: passwords, newPassword: passwords },
  };
}

/** What the city holds, by the names under which requests ask for it. */
export async function lexiconOf(line: Line, by: Visitor["headers"]): Promise<Lexicon> {
  const looking = { line, by };
  return {
    ...(await landWords(looking)),
    ...(await policyWords(looking)),
    ...(await peopleWords(looking)),
    after: [""],
    "if-match": ['"1"', '"1"', '"2"', '"3"'],
  };
}
