import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Tree } from "@lezer/common";
import { noteInto, type Finding, type Note } from "../diagnose/findings.ts";
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
  noteForm(tree, text, note);
  if (findings.length > 0) return refuse(findings);
  const syntax = convertTree(text, note, tree.topNode);
  return syntax ? accept(syntax) : refuse(findings);
}

/** The deepest tree that is trusted: beyond 500 levels the parser cuts chains short. */
const mostTreeLevels = 400;

/** Notes the first place where the grammar gave up, and a tree deeper than can be trusted. */
function noteForm(tree: Tree, text: string, note: Note): void {
  let depth = 0;
  let isNoted = false;
  tree.iterate({
    enter: ({ from, type }) => {
      depth++;
      if (isNoted) return;
      isNoted = type.isError || depth > mostTreeLevels;
      if (type.isError) noteError(text, from, note);
      else if (isNoted) {
        note("nested_too_deep", { most: mostTreeLevels }, { start: from, end: from + 1 });
      }
    },
    leave: () => {
      depth--;
    },
  });
}

function noteError(text: string, start: number, note: Note): void {
  const found = /^\S{0,20}/.exec(text.slice(start))?.[0] ?? "";
  const span = { start, end: start + Math.max(1, found.length) };
  if (found === "") note("syntax_ends_early", {}, span);
  else note("syntax_unexpected", { found }, span);
}
