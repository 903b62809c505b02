import type { Level } from "../contract/pack.ts";
import type { Note } from "../diagnose/findings.ts";
import type { Node, Span } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import type { Scope } from "../resolve/scope.ts";

/** The subjects that an aggregate runs over, and the names that its body has for them. */
export type Subjects = { readonly level: Level; readonly variables: readonly string[] };

/** What the name of an iterator stands for: a value as it is written, and the names known there. */
export type Bound = { readonly value: Syntax; readonly bound: Checking["bound"] };

/** What a check carries. `room` is the number of nodes that writing out may still add. */
export type Checking = {
  readonly scope: Scope;
  readonly note: Note;
  readonly subjects: Subjects | undefined;
  /** What the names of iterators over lists stand for. */
  readonly bound: ReadonlyMap<string, Bound>;
  readonly room: { nodes: number };
  readonly check: (checking: Checking, syntax: Syntax) => Node | undefined;
};

/** The largest tree that one expression may become once its names are written out. */
export const mostNodes = 20_000;

/** Takes room for what is written out; notes once that there is none left. */
export function spend({ room, note }: Checking, nodes: number, span: Span): boolean {
  if (room.nodes < 0) return false;
  room.nodes -= nodes;
  if (room.nodes < 0) note("expression_too_large", { most: mostNodes }, span);
  return room.nodes >= 0;
}
