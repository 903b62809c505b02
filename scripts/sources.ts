import { ESLint } from "eslint";
import ts from "typescript";
import { root } from "./step.ts";

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => root,
  getNewLine: () => "\n",
};

function createProgram(): ts.Program {
  const { config, error } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  if (error) throw new Error(ts.formatDiagnostic(error, host));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram({ rootNames: fileNames, options });
}

/** What the compiler finds, as it prints it. */
function typeFindings(program: ts.Program): string {
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), host);
}

/** What the linter finds in the same program: its types are known already. */
async function lintFindings(program: ts.Program): Promise<string> {
  const known = { parserOptions: { projectService: false, programs: [program] } };
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: { files: ["**/*.{ts,tsx}"], languageOptions: known },
  });
  const formatter = await eslint.loadFormatter("stylish");
  return formatter.format(await eslint.lintFiles(["."]));
}

const program = createProgram();
const findings = typeFindings(program) + (await lintFindings(program));
console.log(findings);
process.exitCode = findings.trim() ? 1 : 0;
