import { compileFunction } from "node:vm";
import ts from "typescript";
import { fencesOf, isExample, refilled, type Fence } from "./page.ts";

type Given = Readonly<Record<string, unknown>>;

const width = 92;

const keyText = (key: string): string => (/^[a-z_]\w*$/i.test(key) ? key : JSON.stringify(key));

const entriesOf = (value: object): readonly string[] =>
  Object.entries(value).map(([key, one]) => `${keyText(key)}: ${shown(one)}`);

/** A value as somebody would write it in a program: on one line where it fits. */
export function shown(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const isList = Array.isArray(value);
  const [open, close] = isList ? ["[", "]"] : ["{ ", " }"];
  const parts = isList ? value.map(shown) : entriesOf(value);
  if (parts.length === 0) return isList ? "[]" : "{}";
  const line = `${open}${parts.join(", ")}${close}`;
  if (line.length <= width && !line.includes("\n")) return line;
  const rows = parts.map((part) => `  ${part.replaceAll("\n", "\n  ")},\n`);
  return `${open.trim()}\n${rows.join("")}${close.trim()}`;
}

const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile("example.ts", text, ts.ScriptTarget.Latest, true);

const arrow = /^\s*\/\/ → .*(?:\n\/\/ {3}.*)*/;

type Piece = { readonly text: string; readonly isAsked: boolean };

/** The statements of a block, without what the page says behind each; an expression is asked. */
function piecesOf({ text }: Fence): readonly Piece[] {
  const { statements } = parse(text);
  return statements.map((statement, at) => {
    const from = statements[at - 1]?.end ?? 0;
    const own = text.slice(from, statement.end).replace(arrow, "");
    return { text: own, isAsked: ts.isExpressionStatement(statement) };
  });
}

/** One statement to run: an expression's value is kept, and what is imported must be given. */
function runnable({ text, isAsked }: Piece): string {
  const [statement] = parse(text).statements;
  if (statement && ts.isImportDeclaration(statement)) {
    return text.replace(/import \{([^}]*)\} from [^;]*;/, "void [$1];");
  }
  return isAsked ? `;came.push(${text.trim().replace(/;$/, "")});` : text;
}

/** Runs the examples of a page as one program: what each expression comes to, in order. */
function run(page: string, given: Given): readonly unknown[] {
  const code = fencesOf(page).filter(isExample).flatMap(piecesOf).map(runnable).join("\n");
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const came: unknown[] = [];
  const names = [...Object.keys(given), "came"];
  // What a page declares may bear the name of something given: it stands in a block of its own.
  const program = compileFunction(`{${outputText.replace(/^export \{\};$/m, "")}}`, names);
  program(...Object.values(given), came);
  return came;
}

const commented = (value: unknown): string => `\n// → ${shown(value).replaceAll("\n", "\n//   ")}`;

/** The page with what its examples really come to, behind the arrows. */
export async function answered(page: string, given: Given): Promise<string> {
  const came = [...run(page, given)];
  return refilled(page, (block) => {
    if (!isExample(block)) return block.text;
    const lines = piecesOf(block).map(({ text, isAsked }) =>
      isAsked ? `${text}${commented(came.shift())}` : text,
    );
    return `${lines.join("").trimStart()}\n`;
  });
}
