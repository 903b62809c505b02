import { isScalar, parseAllDocuments, visit, type Document } from "yaml";
import { bilingual, type Bilingual } from "../../base/message.ts";
import { parseRatio, ratioOf } from "../../base/ratio.ts";
import type { CaseRefusal } from "./reasons.ts";
import { keysTwice } from "./yaml-keys.ts";
import { broken, lineAt, numbered, only, type Row, type Rows } from "./row.ts";

const causes: Readonly<Record<string, Bilingual>> = {
  TAB_AS_INDENT: bilingual("缩进要用空格，不能用制表符", "indent with spaces, not with tabs"),
  BAD_INDENT: bilingual("缩进不对，或括号没有写完", "wrong indent, or an unclosed bracket"),
  BLOCK_AS_IMPLICIT_KEY: bilingual("冒号的位置不对", "a colon in the wrong place"),
  MISSING_CHAR: bilingual("少了引号、括号或逗号", "a quote, bracket or comma is missing"),
  NON_STRING_KEY: bilingual("名称要用文字", "a key must be a text"),
  RESOURCE_EXHAUSTION: bilingual("嵌套太深", "nested too deeply"),
};
const malformed = bilingual("不符合 YAML 的写法", "not well-formed YAML");
const twice = bilingual("同一个名称写了两次", "a key occurs twice");
const noAliases = bilingual("事实文件里不用锚点和别名", "facts use no anchors and aliases");

/** A broken text is broken many times over; its first faults tell enough. */
const faultsMax = 20;

/**
 * Reads YAML 1.2 (core schema): one case, a list of cases, or several documents.
 * Figures that a double cannot hold exactly stay the decimals that were written.
 */
export function yamlRows(text: string): Rows {
  const documents = parseAllDocuments(text, {
    schema: "core",
    version: "1.2",
    stringKeys: true,
    uniqueKeys: false,
    logLevel: "error",
  });
  const all: readonly Document[] = [...documents];
  const refusals = all.flatMap((document) => faultsOf(document, text)).slice(0, faultsMax);
  if (refusals.length > 0) return { rows: [], refusals };
  return { rows: rowsOf(all.map((document) => document.toJS() as unknown)), refusals };
}

function faultsOf(document: Document, text: string): readonly CaseRefusal[] {
  const faults = document.errors.map(({ code, pos }) =>
    broken({ kind: "YAML", ...lineAt(text, pos[0]) }, causes[code] ?? malformed),
  );
  const repeated = keysTwice(document).slice(0, faultsMax);
  for (const { range } of repeated) {
    faults.push(broken({ kind: "YAML", ...lineAt(text, range?.[0] ?? 0) }, twice));
  }
  if (faults.length > 0) return faults;
  visit(document, {
    Alias: (_key, { range }) => {
      faults.push(broken({ kind: "YAML", ...lineAt(text, range?.[0] ?? 0) }, noAliases));
    },
    Scalar: (_key, scalar) => {
      if (isScalar(scalar)) scalar.value = exactly(scalar.value, scalar.source);
    },
  });
  return faults;
}

/** The number itself where it is what was written, else the decimals as written. */
function exactly(value: unknown, source: string | undefined): unknown {
  if (typeof value !== "number" || !Number.isFinite(value) || source === undefined) return value;
  const [written, held] = [parseRatio(source), ratioOf(value)];
  return !written || (written.n === held.n && written.d === held.d) ? value : source;
}

function rowsOf(values: readonly unknown[]): readonly Row[] {
  const [value] = values;
  const list = values.length > 1 ? values : Array.isArray(value) ? (value as unknown[]) : undefined;
  if (list) return list.map(numbered);
  return value === undefined || value === null ? [] : [only(value)];
}
