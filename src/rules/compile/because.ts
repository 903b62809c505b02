import { checkText } from "../check/expression.ts";
import { nearest } from "../resolve/nearest.ts";
import type { Scope } from "../resolve/scope.ts";
import { writtenUnit } from "../check/units.ts";
import type { Measure, Rule } from "../contract/pack.ts";
import type { RuleIr } from "../ir.ts";
import type { Located } from "../source.ts";
import type { Book } from "./book.ts";
import type { Path } from "../resolve/desk.ts";

type Place = {
  readonly book: Book;
  readonly located: Located<Measure>;
  readonly path: Path;
  readonly scope: Scope;
};

type Because = NonNullable<RuleIr["because"]>;

const hole = /\{([^{}]*)\}/g;

/** Reads the sentence of an explanation: each {name} is a fact, a parameter or a let value, in both
 * languages. */
export function readBecause(place: Place, because: Rule["because"]): Because | undefined {
  if (!because) return undefined;
  const [zh, en] = [namesIn(because.zh), namesIn(because.en)];
  noteLacking(
    place,
    "zh",
    [...en].filter((name) => !zh.has(name)),
  );
  noteLacking(
    place,
    "en",
    [...zh].filter((name) => !en.has(name)),
  );
  const holes = [...zh].flatMap((name) => readHole(place, name, because.zh.indexOf(`{${name}}`)));
  return { text: because, holes };
}

function noteLacking({ book, located, path }: Place, language: string, names: string[]): void {
  for (const name of names) {
    const at = [...path, "because", language];
    book.desk.about(located, at, { code: "holes_differ", holes: { name } });
  }
}

const namesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(hole)].map((found) => found[1] ?? ""));

function readHole(place: Place, name: string, at: number): Because["holes"][number][] {
  const { scope } = place;
  const note = place.book.desk.noteAt(place.located, [...place.path, "because", "zh"]);
  const span = { start: at + 1, end: at + 1 + name.length };
  const known = [...scope.names, ...scope.factById.keys()];
  if (!known.includes(name)) {
    note("hole_unknown", { name, nearest: nearest(name, known) }, span);
    return [];
  }
  const node = checkText(name, scope, (code, holes) => note(code, holes, span));
  if (!node) return [];
  const unit = node.type.kind === "number" ? writtenUnit(node, scope) : undefined;
  return [{ name, node, unit }];
}
