import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  compileWithWarnings,
  findingCodes,
  reformed,
  renderDiagnostic,
  type Compilation,
  type Diagnostic,
  type PackSource,
  type Program,
} from "../rules/index.ts";
import { loadPackFiles } from "./load.ts";
import { packCodes } from "./places.ts";
import { readReform } from "./reform.ts";
import { printProgram } from "./print-program.ts";

const folder = new URL("../rules/golden/", import.meta.url);
const namesIn = (kind: "good" | "bad"): string[] =>
  readdirSync(new URL(kind, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.replace(/\.yaml$/, ""));

/** A golden file holds the files of a small pack, each behind a line "# file: path". */
function filesOf(text: string): Map<string, string> {
  const parts = text.split(/^# file: (\S+)\n/m).slice(1);
  const paths = parts.filter((_, index) => index % 2 === 0);
  return new Map(paths.map((path, index) => [path, parts[index * 2 + 1] ?? ""]));
}

const built = new Map<string, Compilation>();

function build(kind: "good" | "bad", name: string): Compilation {
  const made = built.get(`${kind}/${name}`) ?? buildAnew(kind, name);
  built.set(`${kind}/${name}`, made);
  return made;
}

function buildAnew(kind: "good" | "bad", name: string): Compilation {
  const text = readFileSync(new URL(`${kind}/${name}.yaml`, folder), "utf8");
  const files = filesOf(text);
  const source = loadPackFiles(files, "city");
  if (!source.ok) return { program: undefined, diagnostics: source.refusal };
  const reform = files.get("reform.yaml");
  return reform === undefined ? compileWithWarnings(source.value) : rebuild(source.value, reform);
}

/** The pack as a reform would have it: the file that stands beside the pack's own. */
function rebuild(source: PackSource, text: string): Compilation {
  const reform = readReform("reform.yaml", text);
  if (!reform.ok) return { program: undefined, diagnostics: reform.refusal };
  const after = reformed(source, reform.value);
  if (!after.ok) return { program: undefined, diagnostics: after.refusal };
  return compileWithWarnings(after.value);
}

const print = (diagnostics: readonly Diagnostic[]): string =>
  (["zh", "en"] as const)
    .flatMap((locale) => diagnostics.map((one) => `${renderDiagnostic(one, locale)}\n`))
    .join("\n");

/** Compares with the golden text, or writes it where UPDATE_GOLDEN=1 asks for that. */
function expectGolden(path: string, text: string): void {
  const url = new URL(path, folder);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(url, text);
  expect(text).toBe(readFileSync(url, "utf8"));
}

describe("a pack that does not build", () => {
  test.each(namesIn("bad"))("%s says where, what, and what to write", (name) => {
    const { program, diagnostics } = build("bad", name);
    const warns = diagnostics.every((one) => one.severity === "warning");
    expect(program === undefined).toBe(!warns);
    expect(diagnostics).not.toEqual([]);
    expectGolden(`bad/${name}.expected`, print(diagnostics));
  });
});

describe("a pack that builds", () => {
  test.each(namesIn("good"))("%s becomes the tree that it reads as", (name) => {
    const { program, diagnostics } = build("good", name);
    expect(print(diagnostics)).toBe("");
    expectGolden(`good/${name}.expected`, printProgram(program as Program));
  });
});

/**
 * Findings that no text can show: they need a file of many bytes, many files, or a folder, or
 * belong to writing a file.
 */
const elsewhere = [
  "expression_too_long",
  "file_not_utf8",
  "file_too_large",
  "folder_unreadable",
  "form_unsafe",
  "too_many_files",
];

test("every finding has a golden text", () => {
  const shown = new Set(namesIn("bad").flatMap((name) => codesOf(build("bad", name))));
  const missing = [...findingCodes, ...packCodes].filter((code) => !shown.has(code));
  expect(missing.sort()).toEqual(elsewhere);
});

const codesOf = ({ diagnostics }: Compilation): string[] => diagnostics.map((one) => one.code);
