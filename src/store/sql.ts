import { invariant } from "../base/invariant.ts";
import { toWire, type WireValue } from "./wire.ts";

/** A piece of SQL and the values it holds. Made only by the `sql` tag and the words below. */
export type Fragment = {
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
};

/** What a driver sends: a text with numbered parameters, and their values as text. */
export type Query = { readonly text: string; readonly values: readonly WireValue[] };

const made = new WeakSet<Fragment>();

function fragment(parts: readonly string[], values: readonly unknown[]): Fragment {
  const piece = { parts, values };
  made.add(piece);
  return piece;
}

const isFragment = (value: unknown): value is Fragment =>
  typeof value === "object" && value !== null && made.has(value as Fragment);

/** Writes `${value}` as a numbered parameter, so a value can never become SQL. */
function tag(parts: TemplateStringsArray, ...values: unknown[]): Fragment {
  return fragment(parts, values);
}

const empty = fragment([""], []);

/** The pieces in a row with a separator between them; nothing at all when there are none. */
function join(pieces: readonly Fragment[], separator: Fragment = comma): Fragment {
  const values = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));
  return fragment(["", ...values.map(() => "")], values);
}

const comma = fragment([", "], []);
const andWord = fragment([" and "], []);
const orWord = fragment([" or "], []);

const inBrackets = (piece: Fragment): Fragment => fragment(["(", ")"], [piece]);

/** All conditions at once; no condition is no restriction. */
const and = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0
    ? fragment(["true"], [])
    : inBrackets(join(conditions.map(inBrackets), andWord));

/** Any of the conditions; of no condition none can hold. */
const or = (conditions: readonly Fragment[]): Fragment =>
  conditions.length === 0
    ? fragment(["false"], [])
    : inBrackets(join(conditions.map(inBrackets), orWord));

/** A table or column name out of a closed list: the only way for a name to come from a variable. */
function id<const Name extends string>(closedList: readonly Name[], name: Name): Fragment {
  invariant(closedList.includes(name), `"${name}" is one of the names this statement may use`);
  const quoted = name.split(".").map((part) => `"${part.replaceAll('"', '""')}"`);
  return fragment([quoted.join(".")], []);
}

/** A value as jsonb. */
function json(value: unknown): Fragment {
  const text = JSON.stringify(value);
  invariant(text !== undefined, "a json parameter has a JSON form");
  return fragment(["", "::jsonb"], [text]);
}

/** The one way to write SQL: a template whose holes are parameters or other fragments. */
export const sql = Object.assign(tag, { empty, join, and, or, id, json });

/** Numbers a fragment's values once, those of the fragments inside it included, as it is sent. */
export function toQuery(root: Fragment): Query {
  invariant(isFragment(root), "SQL is written with the sql tag");
  const values: WireValue[] = [];
  const write = (piece: Fragment): string =>
    piece.parts.reduce((text, part, index) => {
      const value = piece.values[index - 1];
      return text + (isFragment(value) ? write(value) : `$${values.push(toWire(value))}`) + part;
    });
  return { text: write(root), values };
}
