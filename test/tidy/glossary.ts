import ts from "typescript";
import { lineOf, parse, walk, type Text } from "./sources.ts";

export type Term = {
  readonly code: string;
  readonly zh: string;
  readonly sense?: string;
  readonly short?: string;
  readonly never?: readonly string[];
};

export type Glossary = {
  readonly terms: readonly Term[];
  readonly plain: readonly (readonly string[])[];
};

const split = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");

const known = new Map<string, readonly string[]>();

/** "floorAreaDm2" is made of floor, area, dm. The same names come by the thousand. */
export function wordsOf(name: string): readonly string[] {
  const words = known.get(name) ?? split(name);
  known.set(name, words);
  return words;
}

const singulars = (word: string): string[] => [
  word,
  word.replace(/s$/, ""),
  word.replace(/es$/, ""),
  word.replace(/ies$/, "y"),
];

/** The words that names of the field may be made of. */
export function vocabularyOf({ terms, plain }: Glossary): (word: string) => boolean {
  const known = new Set([
    ...terms.flatMap(({ code, short }) => [...wordsOf(code), ...(short ? [short] : [])]),
    ...plain.flat(),
  ]);
  return (word) => singulars(word).some((form) => known.has(form));
}

/** Names that say nothing, each with its cure. */
const hollow: Readonly<Record<string, string>> = {
  util: "name what it does, and put it in the room whose noun it is",
  utils: "name what it does, and put it in the room whose noun it is",
  helper: "name what it does",
  helpers: "name what they do, one file each",
  manager: "name the decision that it takes",
  service: "name the verb: a room has actions",
  data: "name what it holds: rows, cases, features",
  info: "name what it tells",
  handle: "name what is done: read, answer, refuse",
  handler: "name what is done: read, answer, refuse",
  process: "name the verb: import, convert, evaluate",
};

/** Words of the field in which a hollow word stands, and the folder that holds the database. */
const full = /publicservice|serviceradius|mainservice|datafolder|datadir|datatype/;

type Named = { readonly name: string; readonly line: number };

const isDeclaration = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isPropertySignature(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node);

/** Every name that a file makes: what it takes from a library is not its own. */
export function declaredNames(source: Text): Named[] {
  const file = parse(source);
  const names: Named[] = [];
  walk(file, (node) => {
    if (!isDeclaration(node)) return;
    const { name } = node as ts.NamedDeclaration;
    if (!name || !ts.isIdentifier(name)) return;
    names.push({ name: name.text, line: lineOf(file, name.getStart()) });
  });
  return names;
}

/** The names of the types that a file exports. */
export function exportedTypes(source: Text): Named[] {
  const file = parse(source);
  return file.statements.flatMap((statement): Named[] => {
    const isType = ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement);
    if (!isType) return [];
    const isExported = statement.modifiers?.some(
      ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
    );
    if (!isExported) return [];
    return [{ name: statement.name.text, line: lineOf(file, statement.getStart()) }];
  });
}

/** Tables and their columns, as the migrations create them. */
export function tableNames({ text }: Text): string[] {
  return [
    ...text.matchAll(/create table (?:if not exists )?([a-z_.]+) \(([\s\S]*?)\n\);/g),
  ].flatMap(([, table = "", columns = ""]) => [
    ...table.split("."),
    ...[...columns.matchAll(/^ {2}([a-z_]+) (?!key|\()/gm)]
      .map((match) => match[1] ?? "")
      .filter((word) => !["primary", "foreign", "unique", "check", "constraint"].includes(word)),
  ]);
}

const isWithin = (words: readonly string[], part: readonly string[]): boolean =>
  words.some((_, start) => part.every((word, place) => words[start + place] === word));

/** What is wrong with one name: a word that the glossary rules out, or one that says nothing. */
export function faultsOfName(name: string, terms: readonly Term[]): string[] {
  const words = wordsOf(name);
  const ruledOut = terms.flatMap(({ code, never = [] }) =>
    never.filter((word) => isWithin(words, wordsOf(word))).map((word) => `${word} → ${code}`),
  );
  const empty: readonly string[] = full.test(words.join(""))
    ? []
    : words.filter((word) => Object.hasOwn(hollow, word));
  return [...ruledOut, ...empty.map((word) => `${word}: ${hollow[word]}`)];
}
