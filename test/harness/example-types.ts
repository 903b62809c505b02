import { fileURLToPath } from "node:url";
import ts from "typescript";
import { examplesOf, pageAt } from "./page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the house asks of types, but that a list may be shorter than an example shows. */
function optionsOfTheHouse(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return { ...options, noEmit: true, noUncheckedIndexedAccess: false, noUnusedLocals: false };
}

/** What the compiler finds in the examples of pages, each page as one program beside it. */
export function typeFaults(pages: readonly string[], declared: string): readonly string[] {
  const texts = new Map(
    pages.map((page) => [`${root}${page}.example.ts`, `${declared}\n${examplesOf(pageAt(page))}`]),
  );
  const options = optionsOfTheHouse();
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    getSourceFile: (path, target) => {
      const text = texts.get(path);
      if (text === undefined) return host.getSourceFile(path, target);
      return ts.createSourceFile(path, text, target, true);
    },
  });
  return [...texts.keys()].flatMap((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText, file, start = 0 }) => {
        const line = file?.text.slice(start).split("\n")[0] ?? "";
        return `${line} → ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
      }),
  );
}
