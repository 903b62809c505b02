import type { Level } from "../contract/pack.ts";
import type { Note } from "../diagnose/findings.ts";
import type { Node } from "../ir.ts";
import type { Syntax } from "../parse/syntax.ts";
import type { Scope } from "../resolve/scope.ts";

/** The subjects that an aggregate runs over, and how its body names them. */
export type Subjects = { readonly level: Level; readonly variable: string | undefined };

/** What a check carries. `room` is the number of nodes that inlining may still add. */
export type Checking = {
  readonly scope: Scope;
  readonly note: Note;
  readonly subjects: Subjects | undefined;
  readonly room: { nodes: number };
  readonly check: (checking: Checking, syntax: Syntax) => Node | undefined;
};

/** The largest tree that one expression may become once its names are written out. */
export const mostNodes = 20_000;
