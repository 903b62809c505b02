import type { Decision } from "../../../base/decision.ts";
import {
  comparisons,
  deepestCondition,
  FilterBroken,
  type Condition,
  type FilterRefusal,
} from "./expression.ts";
import { wktKinds } from "./geometry.ts";
import { conditionOf, understood } from "./read-json.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** A node of the JSON form, into which the text form is read first. */
type Node = boolean | { op: string; args: unknown[] };

/** Reads one token after the other; what is not understood ends the reading. */
class Reader {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** One condition inside another. */
  enter(): void {
    this.depth += 1;
    if (this.depth > deepestCondition) this.fail();
  }

  leave(): void {
    this.depth -= 1;
  }

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  next(): Token {
    const token = this.tokens[this.at];
    this.at += 1;
    return token ?? this.fail();
  }

  /** Whether the next token is this word or sign, in any case of letters. */
  sees(word: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    const isBare = token?.kind === "word" || token?.kind === "sign";
    return isBare && token.text.toUpperCase() === word;
  }

  takes(word: string): boolean {
    const is = this.sees(word);
    if (is) this.at += 1;
    return is;
  }

  needs(word: string): void {
    if (!this.takes(word)) this.fail();
  }

  fail(): never {
    const rest = this.tokens.slice(Math.max(0, this.at - 1), this.at + 4);
    throw new FilterBroken(rest.map(({ text }) => text).join(" "));
  }
}

function readAny(reader: Reader): Node {
  const parts = [readAll(reader)];
  while (reader.takes("OR")) parts.push(readAll(reader));
  return parts.length === 1 ? parts[0]! : { op: "or", args: parts };
}

function readAll(reader: Reader): Node {
  const parts = [readNot(reader)];
  while (reader.takes("AND")) parts.push(readNot(reader));
  return parts.length === 1 ? parts[0]! : { op: "and", args: parts };
}

function readNot(reader: Reader): Node {
  reader.enter();
  const node: Node = reader.takes("NOT") ? { op: "not", args: [readNot(reader)] } : readOne(reader);
  reader.leave();
  return node;
}

function readOne(reader: Reader): Node {
  if (reader.takes("(")) {
    const inner = readAny(reader);
    reader.needs(")");
    return inner;
  }
  if (reader.takes("TRUE")) return true;
  if (reader.takes("FALSE")) return false;
  if (reader.sees("S_INTERSECTS") && reader.sees("(", 1)) return readMeets(reader);
  return readComparison(reader);
}

const propertyOf = (reader: Reader): { property: string } => {
  const { kind, text } = reader.next();
  return kind === "word" || kind === "quoted" ? { property: text } : reader.fail();
};

function readComparison(reader: Reader): Node {
  const property = propertyOf(reader);
  if (reader.takes("IS")) {
    const isNot = reader.takes("NOT");
    reader.needs("NULL");
    return negated(isNot, { op: "isNull", args: [property] });
  }
  const isNot = reader.takes("NOT");
  const node = readPredicate(reader, property);
  return negated(isNot, node ?? (isNot ? reader.fail() : readSign(reader, property)));
}

const negated = (isNot: boolean, node: Node): Node => (isNot ? { op: "not", args: [node] } : node);

function readPredicate(reader: Reader, property: object): Node | undefined {
  if (reader.takes("LIKE")) return { op: "like", args: [property, readLiteral(reader)] };
  if (reader.takes("BETWEEN")) {
    const from = readLiteral(reader);
    reader.needs("AND");
    return { op: "between", args: [property, from, readLiteral(reader)] };
  }
  if (reader.takes("IN")) return { op: "in", args: [property, readList(reader, readLiteral)] };
  return undefined;
}

function readSign(reader: Reader, property: object): Node {
  const { text } = reader.next();
  const op = comparisons.find((sign) => sign === text) ?? reader.fail();
  return { op, args: [property, readLiteral(reader)] };
}

function readLiteral(reader: Reader): unknown {
  const { kind, text } = reader.next();
  if (kind === "text") return text;
  if (kind === "number") return Number(text);
  const word = kind === "word" ? text.toUpperCase() : "";
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  if (word !== "DATE" && word !== "TIMESTAMP") return reader.fail();
  reader.needs("(");
  const instant = reader.next();
  reader.needs(")");
  return { [word.toLowerCase()]: instant.text };
}

function readList<Item>(reader: Reader, readItem: (reader: Reader) => Item): Item[] {
  reader.needs("(");
  const items = [readItem(reader)];
  while (reader.takes(",")) items.push(readItem(reader));
  reader.needs(")");
  return items;
}

function readMeets(reader: Reader): Node {
  reader.next();
  reader.needs("(");
  const property = propertyOf(reader);
  reader.needs(",");
  const geometry = readGeometry(reader);
  reader.needs(")");
  return { op: "s_intersects", args: [property, geometry] };
}

function readNumber(reader: Reader): number {
  const { kind, text } = reader.next();
  return kind === "number" ? Number(text) : reader.fail();
}

const readPosition = (reader: Reader): number[] => [readNumber(reader), readNumber(reader)];
const readLine = (reader: Reader): number[][] => readList(reader, readPosition);
const readRings = (reader: Reader): number[][][] => readList(reader, readLine);

/** A point of several stands in brackets of its own, or without. */
const readPoint = (reader: Reader): number[] =>
  reader.sees("(") ? readLine(reader)[0]! : readPosition(reader);

function readGeometry(reader: Reader): unknown {
  const word = reader.next().text.toUpperCase();
  if (word === "BBOX") return { bbox: readList(reader, readNumber) };
  const type = wktKinds.get(word) ?? reader.fail();
  return { type, coordinates: readCoordinates(reader, type) };
}

function readCoordinates(reader: Reader, type: string): unknown {
  if (type === "Point") return readLine(reader)[0];
  if (type === "MultiPoint") return readList(reader, readPoint);
  if (type === "LineString") return readLine(reader);
  return type === "MultiPolygon" ? readList(reader, readRings) : readRings(reader);
}

/** Reads a filter in the text form of CQL2. */
export const readCqlText = (text: string): Decision<Condition, FilterRefusal> =>
  understood(() => {
    const reader = new Reader(tokensOf(text));
    const node = readAny(reader);
    return reader.isAtEnd ? conditionOf(node) : reader.fail();
  });
