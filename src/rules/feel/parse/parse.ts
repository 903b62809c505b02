import type { Tree } from "@lezer/common";
import { parser } from "lezer-feel";
import { accept, refuse, type Decision } from "../../../base/decision.ts";
import { convertTree } from "./convert.ts";
import { trackNames } from "./names.ts";
import { scan, type Trouble } from "./scan.ts";
import type { Syntax } from "./syntax.ts";

/** The deepest tree that is trusted: beyond 500 levels the parser cuts chains short. */
const mostTreeLevels = 450;

/** The first place where the grammar gave up, or where its tree is deeper than can be trusted. */
function troubleOf(tree: Tree): Trouble | undefined {
  let depth = 0;
  let found: Trouble | undefined;
  tree.iterate({
    enter: ({ from, to, type }) => {
      depth++;
      const isDeep = depth > mostTreeLevels;
      if (found || !(type.isError || isDeep)) return;
      const span = { start: from, end: Math.max(to, from + 1) };
      found = { code: type.isError ? "syntax" : "nested_too_deep", span };
    },
    leave: () => {
      depth--;
    },
  });
  return found;
}

/** Reads one expression, knowing the names that it may use. Never throws, whatever the text. */
export function parse(text: string, names: Iterable<string>): Decision<Syntax, Trouble> {
  const scanned = scan(text);
  if ("code" in scanned) return refuse(scanned);
  const { tracker, isOverfull } = trackNames(names);
  const configured = parser.configure({ top: "Expression", contextTracker: tracker });
  const tree = configured.parse(scanned.text);
  if (isOverfull()) return refuse({ code: "too_many_names", span: { start: 0, end: text.length } });
  const form = troubleOf(tree);
  if (form) return refuse(form);
  const converted = convertTree(scanned, tree.topNode);
  return "code" in converted ? refuse(converted) : accept(converted);
}
