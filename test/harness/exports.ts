import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** What a module hands out: by name, what declares it (a value and its type may share one). */
export type Exports = ReadonlyMap<string, readonly ts.Node[]>;

function declarationsIn(statement: ts.Statement): readonly (readonly [string, ts.Node])[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((one) => [one.name.getText(), one] as const);
  }
  const { name } = statement as ts.DeclarationStatement;
  return name ? [[name.text, statement]] : [];
}

/** What a module passes on from another: all of it, or the names in its braces. */
function passedOn(path: string, statement: ts.Statement): Exports {
  if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return new Map();
  const target = (statement.moduleSpecifier as ts.StringLiteral).text;
  const behind = exportsOf(join(dirname(path), target));
  const { exportClause } = statement;
  if (!exportClause || !ts.isNamedExports(exportClause)) return behind;
  return new Map(
    exportClause.elements.map(({ name, propertyName = name }) => [
      name.text,
      behind.get(propertyName.text) ?? [],
    ]),
  );
}

const isWholesale = (statement: ts.Statement): boolean =>
  ts.isExportDeclaration(statement) && !statement.exportClause;

/** All that a file exports, read from its text; a name in braces goes before a whole file's. */
export function exportsOf(path: string): Exports {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found = new Map<string, readonly ts.Node[]>();
  const ordered = file.statements.toSorted((a, b) => +isWholesale(b) - +isWholesale(a));
  for (const statement of ordered) {
    for (const [name, nodes] of passedOn(path, statement)) found.set(name, nodes);
    for (const [name, node] of declarationsIn(statement)) {
      found.set(name, [...(found.get(name) ?? []), node]);
    }
  }
  return found;
}

const asOneLine = (node: ts.Node): string => node.getText().replace(/\s+/g, " ");

function functionIn(node: ts.Node): ts.FunctionDeclaration | ts.ArrowFunction | undefined {
  if (ts.isFunctionDeclaration(node)) return node;
  const made = ts.isVariableDeclaration(node) ? node.initializer : undefined;
  return made && ts.isArrowFunction(made) ? made : undefined;
}

/** How something is called, or what a type holds, as its source says it. */
export function signatureOf(name: string, nodes: readonly ts.Node[]): string | undefined {
  const [made] = nodes.flatMap((node) => functionIn(node) ?? []);
  if (made) {
    const types = made.typeParameters?.map(asOneLine).join(", ");
    const takes = made.parameters.map(asOneLine).join(", ");
    const gives = made.type ? `: ${asOneLine(made.type)}` : "";
    return `function ${name}${types ? `<${types}>` : ""}(${takes})${gives};`;
  }
  const alias = nodes.find(ts.isTypeAliasDeclaration);
  return alias?.getText().replace(/^export type \w+/, `type ${name}`);
}
