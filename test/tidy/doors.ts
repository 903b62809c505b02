import ts from "typescript";
import { lineOf, parse, walk, type Text } from "./sources.ts";

/** A route: its method, where it is declared, and every name that its handler uses. */
type Route = {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly line: number;
  readonly names: ReadonlySet<string>;
};

const methods: readonly string[] = ["get", "post", "put", "patch", "delete"];
/** The two ways by which an act is asked of the table of rights. */
const ways: readonly string[] = ["perform", "admit"];

function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (ts.isIdentifier(inner)) names.add(inner.text);
  });
  return names;
}

function routeOf(file: ts.SourceFile, node: ts.Node): Route | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return undefined;
  }
  const { expression, name } = node.expression;
  const handler = node.arguments.at(-1);
  if (!ts.isIdentifier(expression) || expression.text !== "app") return undefined;
  if (!methods.includes(name.text) || !handler) return undefined;
  return {
    method: name.text,
    url: node.arguments[0]?.getText() ?? "",
    path: file.fileName,
    line: lineOf(file, node.getStart()),
    names: namesIn(handler),
  };
}

function routesOf(source: Text): Route[] {
  const file = parse(source);
  const routes: Route[] = [];
  walk(file, (node) => {
    const route = routeOf(file, node);
    if (route) routes.push(route);
  });
  return routes;
}

type Uses = ReadonlyMap<string, ReadonlySet<string>>;

const namesOf = (statement: ts.Statement): string[] => {
  const declared = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name.getText())
    : [];
  return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : declared;
};

/** What each function of a room uses by name: its functions have names of their own. */
const usesOf = (sources: readonly Text[]): Uses =>
  new Map(
    sources
      .flatMap((source) => [...parse(source).statements])
      .flatMap((statement) => namesOf(statement).map((name) => [name, namesIn(statement)])),
  );

/** Whether a name is used, straight away or by a function that is. */
function leadsTo(start: ReadonlySet<string>, target: string, uses: Uses): boolean {
  const seen = new Set(start);
  // A set grows while it is walked, and each name is walked once.
  for (const name of seen) {
    for (const next of uses.get(name) ?? []) seen.add(next);
  }
  return seen.has(target);
}

const roomOf = (path: string): string => path.split("/").slice(0, 2).join("/");

/** The files in which a room answers by HTTP. */
export const isRoutes = ({ path }: Text): boolean =>
  /^src\/[^/]+\/routes(\.ts|\/.*\.ts)$/.test(path) && !path.endsWith(".test.ts");

/** The files in which a room has acts done: its routes and its words on the command line. */
export const isDoor = (source: Text): boolean =>
  isRoutes(source) ||
  (/^src\/[^/]+\/commands(\.ts|\/.*\.ts)$/.test(source.path) && !source.path.endsWith(".test.ts"));

export const countRoutes = (sources: readonly Text[]): number =>
  sources.filter(isRoutes).flatMap(routesOf).length;

/** Routes that no path leads from to `perform` or `admit`. */
export function unasked(sources: readonly Text[]): string[] {
  const files = sources.filter(isRoutes);
  return files.flatMap((source) => {
    const room = files.filter(({ path }) => roomOf(path) === roomOf(source.path));
    const uses = usesOf(room);
    return routesOf(source)
      .filter(({ names }) => !ways.some((way) => leadsTo(names, way, uses)))
      .map(({ path, line, method, url }) => `${path}:${line} ${method} ${url}`);
  });
}

/** Doors that open a transaction of their own: what they read or write is asked of nobody. */
export const ownTransactions = (sources: readonly Text[]): string[] =>
  sources
    .filter(isDoor)
    .filter(({ text }) => /\bdb\s*\.transaction\(/.test(text))
    .map(({ path }) => path);
