import type { Node } from "../ir.ts";
import { negated, withoutEach, type Change } from "./change.ts";
import {
  amongChanges,
  choiceChanges,
  compareChanges,
  groupChanges,
  holdsChanges,
  spellingChanges,
} from "./logic-changes.ts";
import {
  binaryChanges,
  extremeChanges,
  figureChanges,
  foldChanges,
  roundingChanges,
} from "./number-changes.ts";
import { dayBeside, ways } from "./steps.ts";

const opposite = (node: Node): Change => ({ name: "not", by: negated(node) });

/**
 * Every small change of one node itself; its parts have their own. A kind of node that does not
 * say here how it is changed does not compile.
 */
export function changesOf(node: Node): readonly Change[] {
  switch (node.op) {
    case "boolean":
      return [{ name: "not", by: { ...node, value: !node.value } }];
    case "number":
      return figureChanges(node);
    case "date":
      return ways.map((way) => ({ name: way, by: { ...node, value: dayBeside(node.value, way) } }));
    // Words are changed where they are compared, parameters where they are stated.
    case "text":
    case "words":
    case "parameter":
    case "as_of":
      return [];
    case "fact":
      return node.type.kind === "boolean" ? [opposite(node)] : [];
    case "not":
    case "negate":
    case "abs":
      return [{ name: "drop", by: node.arg }];
    case "round":
      return roundingChanges(node);
    case "tally":
      return withoutEach(node);
    case "and":
    case "or":
      return groupChanges(node);
    case "compare":
      return compareChanges(node);
    case "among":
      return amongChanges(node);
    case "holds":
      return holdsChanges(node);
    case "listed":
      return [opposite(node)];
    case "spelled":
      return spellingChanges(node);
    case "if":
      return choiceChanges(node);
    case "aggregate":
      return foldChanges(node);
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return binaryChanges(node);
    case "shift":
      return [{ name: "drop.1", by: node.date, dropped: node.by }];
    case "elapsed":
      return [{ name: "ends", by: { ...node, from: node.to, to: node.from } }];
    case "min":
    case "max":
      return extremeChanges(node);
  }
}
