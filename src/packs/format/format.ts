import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Diagnostic } from "../../rules/index.ts";
import { visit } from "yaml";
import { formOf } from "../layout.ts";
import { diagnosticOfFile } from "../places.ts";
import { readYaml, type YamlFile } from "../yaml.ts";
import { emit } from "./emit.ts";
import { orderKeys, schemaOf } from "./order.ts";

/**
 * Writes a file of a pack in the one form: keys in the order of the schema, what fits a line on
 * one, comments and empty lines kept. `inside` is its path in the pack's folder.
 */
export function formatFile(
  path: string,
  inside: string,
  text: string,
): Decision<string, readonly Diagnostic[]> {
  const form = formOf(inside);
  if (!form) return refuse([diagnosticOfFile(path, { code: "file_unplaced", holes: {} })]);
  const { file, diagnostics } = readYaml(path, text);
  const before = readYaml(path, text).file;
  if (!file || !before) return refuse(diagnostics);
  orderKeys(file.document.contents, schemaOf(form));
  const written = emit(file);
  if (isAlike(before, readYaml(path, written).file)) return accept(written);
  return refuse([diagnosticOfFile(path, { code: "form_unsafe", holes: {} })]);
}

/** Whether two texts hold the same values and the same comments. */
function isAlike(a: YamlFile, b: YamlFile | undefined): boolean {
  return b !== undefined && meaningOf(a) === meaningOf(b);
}

function meaningOf({ document, value }: YamlFile): string {
  const comments: string[] = [document.commentBefore ?? "", document.comment ?? ""];
  visit(document, {
    Node: (_, node) => {
      comments.push(node.commentBefore ?? "", node.comment ?? "");
    },
  });
  const lines = comments.flatMap((comment) => comment.split("\n")).map((line) => line.trim());
  return JSON.stringify([sorted(value), lines.filter((line) => line !== "").sort()]);
}

/** The same value with its keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]: [string, unknown]) => [key, sorted(inner)]),
  );
}
