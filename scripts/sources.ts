import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { ESLint } from "eslint";
import ts from "typescript";
import { ambientIn, stampsOf, type Texts } from "./sources/stamps.ts";
import { root } from "./step.ts";

/** The stamp that each source had when nothing was found in it. */
const cleanPath = `${root}node_modules/.cache/zhibu/sources.json`;

/** What the compiler and the linter go by, beside the sources themselves. */
const settings = [
  "package-lock.json",
  "tsconfig.json",
  "eslint.config.mjs",
  "scripts/lint/patterns-are-literals.mjs",
  "scripts/lint/sql-only-in-transactions.mjs",
];

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};

const fromRoot = (path: string): string => relative(root, path);
const readText = (path: string): string => readFileSync(`${root}${path}`, "utf8");

function readConfig(): ts.ParsedCommandLine {
  const { config, error } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  if (error) throw new Error(ts.formatDiagnostic(error, host));
  return ts.parseJsonConfigFileContent(config, ts.sys, root);
}

function readClean(): Readonly<Record<string, string>> {
  const text = ts.sys.readFile(cleanPath);
  return text === undefined ? {} : (JSON.parse(text) as Readonly<Record<string, string>>);
}

/** What the compiler finds in some sources; what it says of no file at all comes as well. */
function typeFindings(program: ts.Program, paths: readonly string[]): readonly ts.Diagnostic[] {
  const files = paths.flatMap((path) => program.getSourceFile(`${root}${path}`) ?? []);
  return ts.sortAndDeduplicateDiagnostics([
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => program.getSyntacticDiagnostics(file)),
    ...files.flatMap((file) => program.getSemanticDiagnostics(file)),
  ]);
}

/** What the linter finds in the same program, whose types are known already; and in scripts. */
async function lintFindings(program: ts.Program, paths: readonly string[]) {
  const known = { parserOptions: { projectService: false, programs: [program] } };
  const eslint = new ESLint({
    cwd: root,
    warnIgnored: false,
    overrideConfig: { files: ["**/*.{ts,tsx}"], languageOptions: known },
  });
  const results = paths.length > 0 ? await eslint.lintFiles([...paths]) : [];
  const formatter = await eslint.loadFormatter("stylish");
  const faulty = results.filter(({ messages }) => messages.length > 0);
  return {
    text: await formatter.format(results),
    paths: faulty.map(({ filePath }) => fromRoot(filePath)),
  };
}

/** Plain scripts stand in no program: they are linted only. */
const scriptNames = (): readonly string[] =>
  ts.sys.readDirectory(root, [".mjs"], ["node_modules", "**/node_modules", "**/dist", ".zhibu"]);

const isTyped = (path: string): boolean => !path.endsWith(".mjs");

/** Looks at what is not known to be clean, and notes what is clean now. Returns what it found. */
async function checkSources(): Promise<string> {
  const { fileNames, options } = readConfig();
  const names = [...fileNames, ...scriptNames()].map(fromRoot);
  const texts: Texts = new Map(names.map((name) => [name, readText(name)]));
  const stamps = stampsOf(texts, settings.map(readText).join("\n"));
  const clean = readClean();
  const fresh = [...stamps.keys()].filter((path) => clean[path] !== stamps.get(path));
  const roots = fresh.length > 0 ? [...fresh, ...ambientIn(texts)] : [];
  const rootNames = roots.filter(isTyped).map((path) => `${root}${path}`);
  const program = ts.createProgram({ rootNames, options });
  const types = typeFindings(program, fresh);
  const lint = await lintFindings(program, fresh);
  // What is found in no file concerns all of them.
  const isOfAll = types.some(({ file }) => file === undefined);
  const faulty = new Set([
    ...lint.paths,
    ...types.map(({ file }) => fromRoot(file?.fileName ?? "")),
  ]);
  const isClean = ([path]: readonly [string, string]): boolean => !isOfAll && !faulty.has(path);
  mkdirSync(dirname(cleanPath), { recursive: true });
  writeFileSync(cleanPath, JSON.stringify(Object.fromEntries([...stamps].filter(isClean))));
  console.log(`${fresh.length} of ${stamps.size} sources are new or stand on new ones`);
  return ts.formatDiagnostics(types, host) + lint.text;
}

const findings = await checkSources();
console.log(findings);
process.exitCode = findings.trim() ? 1 : 0;
