import { accept, refuse, type Decision } from "../../../base/decision.ts";
import {
  comparisons,
  deepestCondition,
  FilterBroken,
  type Comparison,
  type Condition,
  type FilterRefusal,
  type Literal,
} from "./expression.ts";
import { boxGeometry, geometryOf } from "./geometry.ts";

/** Names under which a filter may mean the shape of a feature. */
export const geometryNames: readonly string[] = ["geometry", "geom"];

const broken = (value: unknown): never => {
  throw new FilterBroken(JSON.stringify(value) ?? "");
};

function propertyIn(value: unknown): string {
  const { property } = (value ?? {}) as { property?: unknown };
  return typeof property === "string" ? property : broken(value);
}

/** Dates are compared as they are written: ISO 8601 sorts by itself. */
function literalIn(value: unknown): Literal {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const { date, timestamp } = (value ?? {}) as { date?: unknown; timestamp?: unknown };
  const instant = date ?? timestamp;
  return typeof instant === "string" ? instant : broken(value);
}

const isComparison = (op: string): op is Comparison => comparisons.some((each) => each === op);

function meeting([shape, geometry]: readonly unknown[], node: unknown): Condition {
  if (!geometryNames.includes(propertyIn(shape))) return broken(node);
  const { bbox } = (geometry ?? {}) as { bbox?: readonly number[] };
  const read = Array.isArray(bbox) ? boxGeometry(bbox as number[]) : geometryOf(geometry);
  return read ? { kind: "meets", geometry: read } : broken(node);
}

function readOperation(op: string, args: readonly unknown[], depth: number): Condition {
  const node = { op, args };
  if (isComparison(op)) {
    return { kind: "compare", by: op, property: propertyIn(args[0]), value: literalIn(args[1]) };
  }
  switch (op) {
    case "and":
    case "or":
      if (args.length < 2) return broken(node);
      return {
        kind: op === "and" ? "all" : "any",
        parts: args.map((part) => readNode(part, depth + 1)),
      };
    case "not":
      return { kind: "not", part: readNode(args[0], depth + 1) };
    case "like": {
      const pattern = literalIn(args[1]);
      if (typeof pattern !== "string") return broken(node);
      return { kind: "like", property: propertyIn(args[0]), pattern };
    }
    case "in": {
      const values = Array.isArray(args[1]) ? args[1].map(literalIn) : broken(node);
      return { kind: "in", property: propertyIn(args[0]), values };
    }
    case "between": {
      const [from, to] = [literalIn(args[1]), literalIn(args[2])];
      return { kind: "between", property: propertyIn(args[0]), from, to };
    }
    case "isNull":
      return { kind: "empty", property: propertyIn(args[0]) };
    case "s_intersects":
      return meeting(args, node);
    default:
      return broken(node);
  }
}

function readNode(node: unknown, depth: number): Condition {
  if (typeof node === "boolean") return { kind: "truth", isTrue: node };
  const { op, args } = (node ?? {}) as { op?: unknown; args?: unknown };
  if (typeof op !== "string" || !Array.isArray(args) || depth > deepestCondition) {
    return broken(node);
  }
  return readOperation(op, args, depth);
}

/** What a reader found, or the word that it stumbled over. */
export function understood(read: () => Condition): Decision<Condition, FilterRefusal> {
  try {
    return accept(read());
  } catch (cause) {
    if (!(cause instanceof FilterBroken)) throw cause;
    return refuse({ code: "filter_invalid", near: cause.near });
  }
}

/** A condition of CQL2 in its JSON form. */
export const conditionOf = (node: unknown): Condition => readNode(node, 0);

/** Reads a filter in the JSON form of CQL2. */
export const readCqlJson = (text: string): Decision<Condition, FilterRefusal> =>
  understood(() => conditionOf(parseJson(text)));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new FilterBroken(text);
  }
}
