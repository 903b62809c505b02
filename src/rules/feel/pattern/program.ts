import { limits } from "../limits.ts";
import { PatternTrouble, type Pattern, type Test } from "./tree.ts";

/** One step of a match. `slot` holds a place of the text. */
export type Instruction =
  | { op: "one"; test: Test }
  | { op: "split"; first: number; second: number }
  | { op: "jump"; to: number }
  | { op: "keep"; slot: number }
  | { op: "moved"; slot: number }
  | { op: "back"; number: number }
  | { op: "start" | "end" | "done" };

export type Program = {
  readonly instructions: readonly Instruction[];
  readonly slots: number;
  readonly groups: number;
};

type Writing = { readonly instructions: Instruction[]; slots: number };

function push(writing: Writing, instruction: Instruction): number {
  if (writing.instructions.length >= limits.pattern) {
    throw new PatternTrouble("pattern_too_large");
  }
  return writing.instructions.push(instruction) - 1;
}

/** A choice between going on and jumping, to be set when the place to jump to is known. */
function pushSplit(writing: Writing, isGreedy: boolean): (to: number) => void {
  const split = { op: "split" as const, first: 0, second: 0 };
  const next = push(writing, split) + 1;
  return (to) => {
    split.first = isGreedy ? next : to;
    split.second = isGreedy ? to : next;
  };
}

function writeChoice(writing: Writing, parts: readonly Pattern[]): void {
  const ends: { to: number }[] = [];
  for (const [place, part] of parts.entries()) {
    const isLast = place === parts.length - 1;
    const skip = isLast ? undefined : pushSplit(writing, true);
    write(writing, part);
    if (isLast) continue;
    const jump = { op: "jump" as const, to: 0 };
    push(writing, jump);
    ends.push(jump);
    skip?.(writing.instructions.length);
  }
  for (const jump of ends) jump.to = writing.instructions.length;
}

type Repeat = Extract<Pattern, { op: "repeat" }>;

/** Any number more: a round that takes nothing ends the loop. */
function writeLoop(writing: Writing, { part, isGreedy }: Repeat): void {
  const slot = writing.slots++;
  const start = writing.instructions.length;
  const skip = pushSplit(writing, isGreedy);
  push(writing, { op: "keep", slot });
  write(writing, part);
  push(writing, { op: "moved", slot });
  push(writing, { op: "jump", to: start });
  skip(writing.instructions.length);
}

function writeRepeat(writing: Writing, repeat: Repeat): void {
  const { part, least, most, isGreedy } = repeat;
  for (let count = 0; count < least; count++) write(writing, part);
  if (most === undefined) {
    writeLoop(writing, repeat);
    return;
  }
  const skips: ((to: number) => void)[] = [];
  for (let count = least; count < most; count++) {
    skips.push(pushSplit(writing, isGreedy));
    write(writing, part);
  }
  for (const skip of skips) skip(writing.instructions.length);
}

function write(writing: Writing, pattern: Pattern): void {
  switch (pattern.op) {
    case "one":
    case "back":
    case "start":
    case "end":
      push(writing, pattern);
      return;
    case "sequence":
      for (const part of pattern.parts) write(writing, part);
      return;
    case "choice":
      writeChoice(writing, pattern.parts);
      return;
    case "repeat":
      writeRepeat(writing, pattern);
      return;
    case "group":
      if (pattern.number !== undefined) push(writing, { op: "keep", slot: pattern.number * 2 });
      write(writing, pattern.part);
      if (pattern.number !== undefined) push(writing, { op: "keep", slot: pattern.number * 2 + 1 });
      return;
  }
}

/** The instructions of a pattern. @throws PatternTrouble when there are too many. */
export function writeProgram(pattern: Pattern, groups: number): Program {
  const writing: Writing = { instructions: [], slots: groups * 2 + 2 };
  write(writing, pattern);
  push(writing, { op: "done" });
  return { instructions: writing.instructions, slots: writing.slots, groups };
}
