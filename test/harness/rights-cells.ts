import { readFileSync } from "node:fs";
import { join } from "node:path";
import { anonymous, type Actor } from "../../src/base/actor.ts";
import { rightsWordsEn } from "../../src/people/messages.en.ts";
import {
  actsOf,
  holders,
  kinds,
  type Holder,
  type Kind,
} from "../../src/people/model/rights-table.ts";
import { homeFolder } from "../../src/store/home.ts";
import { chaoyang, city, haidian, street } from "./people.ts";

/** Where the resource stands to the one who asks. */
export const situations = ["inside", "outside", "own"] as const;
export type Situation = (typeof situations)[number];

/** One cell of docs/rights.md, as people read it there. */
export type Cell = {
  readonly kind: Kind;
  readonly act: string;
  readonly holder: Holder;
  readonly mark: string;
};

/** The cells of the page: what is tested is what is promised, not the table it was made from. */
export function readCells(): Cell[] {
  const page = readFileSync(join(homeFolder(), "docs", "rights.md"), "utf8");
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((part) => {
      const kind = kinds.find((name) => part.includes(`\n\`${name}\``));
      const rows = part.split("\n").filter((line) => line.startsWith("|"));
      return kind ? rows.slice(2).flatMap((row) => cellsOf(kind, row)) : [];
    });
}

function cellsOf(kind: Kind, row: string): Cell[] {
  const [, first = "", ...marks] = row.split("|").map((text) => text.trim());
  const word = first.replace(" ✎", "").split(" · ")[1];
  const act = actsOf(kind).find((name) => rightsWordsEn.acts[name] === word);
  if (act === undefined) throw new Error(`docs/rights.md names no act of ${kind}: ${first}`);
  return holders.map((holder, place) => ({ kind, act, holder, mark: marks[place] ?? "" }));
}

/** Kinds that belong to no place: for them it counts whether the role is the whole city's. */
const placeless: readonly Kind[] = [
  "evaluation",
  "map_feature",
  "map_import",
  "policy_pack",
  "corpus",
  "library_run",
  "health",
  "event_stream",
  "backup",
  "database",
];

export const isPlaceless = (kind: Kind): boolean => placeless.includes(kind);

/** What the cell promises in a situation. */
export function isAllowed({ mark, holder }: Cell, situation: Situation): boolean {
  if (mark.includes("●")) return true;
  if (situation === "own") return mark.includes("○") && holder !== "anonymous";
  return situation === "inside" && mark.includes("◐");
}

/** The accounts of the trials: each role over the whole city, and over one district. */
export const accountsOfTrials = Object.fromEntries([
  ["account-any", []],
  ...holders.slice(2).flatMap((role) => [
    [`${role}-city`, [{ role, scope: city }]],
    [`${role}-district`, [{ role, scope: chaoyang }]],
  ]),
]) as Readonly<Record<string, readonly { role: string; scope: string }[]>>;

/** The account that stands for a holder in a situation; nobody's is undefined. */
export function accountOf({ holder, kind }: Cell, situation: Situation): string | undefined {
  if (holder === "anonymous") return undefined;
  if (holder === "account") return "account-any";
  return isPlaceless(kind) && situation === "inside" ? `${holder}-city` : `${holder}-district`;
}

/** Where a resource of the trials lies. */
export const scopeOf = (situation: Situation): string =>
  situation === "inside" ? street : haidian;

/** The same holder for `may`, which asks no database. */
export function actorOfCell(cell: Cell, situation: Situation): Actor {
  const id = accountOf(cell, situation);
  return id === undefined ? anonymous : { kind: "account", id, grants: accountsOfTrials[id] ?? [] };
}
