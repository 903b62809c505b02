import { accept, refuse, type Decision } from "../../base/decision.ts";
import { noteInto, type Finding } from "../diagnose/findings.ts";
import { convertTree } from "./convert.ts";
import { parseFeel } from "./grammar.ts";
import { lexicalFindings } from "./lexical.ts";
import type { Syntax } from "./syntax.ts";

/** Reads one expression: its syntax, or every finding about its form. Never throws, whatever the
 * text. */
export function parseExpression(text: string): Decision<Syntax, readonly Finding[]> {
  const lexical = lexicalFindings(text);
  if (lexical.length > 0) return refuse(lexical);
  const tree = parseFeel(text);
  const findings: Finding[] = [];
  const note = noteInto(findings);
  const cursor = tree.cursor();
  do {
    if (!cursor.type.isError) continue;
    const found = /^\S{0,20}/.exec(text.slice(cursor.from))?.[0] ?? "";
    const span = { start: cursor.from, end: cursor.from + Math.max(1, found.length) };
    if (found === "") note("syntax_ends_early", {}, span);
    else note("syntax_unexpected", { found }, span);
    return refuse(findings);
  } while (cursor.next());
  const syntax = convertTree(text, note, tree.topNode);
  return syntax ? accept(syntax) : refuse(findings);
}
