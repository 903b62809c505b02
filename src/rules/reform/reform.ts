import { accept, refuse, type Decision } from "../../base/decision.ts";
import type { Diagnostic } from "../contract/diagnostic.ts";
import type { Reform } from "../contract/reform.ts";
import { openDesk } from "../resolve/desk.ts";
import type { Located, PackSource } from "../source.ts";
import { changed } from "./changes.ts";
import { withoutTraces } from "./drop.ts";

/**
 * A pack as a reform would have it, ready to be compiled; or every change that cannot be made, with
 * its place in the reform. What is wrong inside a change, such as a condition that does not read,
 * the compiler finds there.
 */
export function reformed(
  source: PackSource,
  reform: Located<Reform>,
): Decision<PackSource, readonly Diagnostic[]> {
  const desk = openDesk();
  let after = source;
  reform.value.changes.forEach((_, at) => {
    after = changed({ reform, at, source: after, desk }) ?? after;
  });
  const diagnostics = desk.diagnostics();
  if (diagnostics.length > 0) return refuse(diagnostics);
  const encoding = `${source.encoding}+${reform.value.id}`;
  return accept({ ...withoutTraces(source, after), encoding });
}
