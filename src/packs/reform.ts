import { accept, refuse, type Decision } from "../base/decision.ts";
import { Reform, type Diagnostic, type Located } from "../rules/index.ts";
import { readObject } from "./read.ts";
import { diagnosticOfFile } from "./places.ts";
import { oddScalars } from "./scalars.ts";
import { readYaml } from "./yaml.ts";

/** Reads the text of a reform: one object in a file of its own, which belongs to no pack. */
export function readReform(
  path: string,
  text: string,
): Decision<Located<Reform>, readonly Diagnostic[]> {
  const { file, diagnostics } = readYaml(path, text);
  if (!file) return refuse(diagnostics);
  if (file.value === null || file.value === undefined) {
    return refuse([diagnosticOfFile(path, { code: "file_empty", holes: {} })]);
  }
  const { located, diagnostics: wrong } = readObject(file, Reform, []);
  const odd = oddScalars(file);
  return located && odd.length === 0 ? accept(located) : refuse([...odd, ...wrong]);
}
