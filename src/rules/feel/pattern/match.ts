import { spend, type Machine } from "../machine.ts";
import type { Instruction, Program } from "./program.ts";
import { variantsOf } from "./sets.ts";
import type { Flags } from "./tree.ts";

/** Where a match begins and ends, and its groups; a group without a match has no place. */
export type Match = {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (readonly [number, number] | undefined)[];
};

export type Subject = { readonly points: readonly number[]; readonly flags: Flags };

/** A way that has not been tried: where to go on, and the places kept until then. */
type Way = { at: number; place: number; kept: readonly (number | undefined)[] };

const isNewline = (point: number | undefined): boolean => point === 0xa;

/** The start of the text, or with the flag m of any line but an empty one behind the last end. */
const isStart = ({ points, flags }: Subject, place: number): boolean =>
  place === 0 || (flags.isMultiline && place < points.length && isNewline(points[place - 1]));

/** The end of the text, or with the flag m before each line's end. */
function isEnd({ points, flags }: Subject, place: number): boolean {
  if (!flags.isMultiline) return place === points.length;
  if (place < points.length) return isNewline(points[place]);
  return place === 0 || !isNewline(points[place - 1]);
}

function isSame({ flags }: Subject, a: number | undefined, b: number | undefined): boolean {
  if (a === b || a === undefined || b === undefined || !flags.isCaseless) return a === b;
  return variantsOf(a).includes(b);
}

/** The place behind a repetition of what a group took; undefined where it does not stand. */
function afterBack(subject: Subject, way: Way, number: number): number | undefined {
  const [from, to] = [way.kept[number * 2], way.kept[number * 2 + 1]];
  if (from === undefined || to === undefined) return way.place;
  for (let step = 0; step < to - from; step++) {
    const [a, b] = [subject.points[from + step], subject.points[way.place + step]];
    if (!isSame(subject, a, b)) return undefined;
  }
  return way.place + (to - from);
}

/** Does one step that has but one outcome; false where the way ends. */
function follow(subject: Subject, instruction: Instruction, way: Way): boolean {
  const { points } = subject;
  way.at++;
  switch (instruction.op) {
    case "one": {
      const point = points[way.place];
      way.place++;
      return point !== undefined && instruction.test(point);
    }
    case "jump":
      way.at = instruction.to;
      return true;
    case "keep":
      way.kept = way.kept.with(instruction.slot, way.place);
      return true;
    case "moved":
      return way.kept[instruction.slot] !== way.place;
    case "back": {
      const place = afterBack(subject, way, instruction.number);
      way.place = place ?? way.place;
      return place !== undefined;
    }
    case "start":
      return isStart(subject, way.place);
    case "end":
      return isEnd(subject, way.place);
    case "split":
    case "done":
      return true;
  }
}

/** The match that begins at a place. Each step is paid for, so that no pattern runs for ever. */
function matchAt(
  machine: Machine,
  program: Program,
  { subject, start }: { subject: Subject; start: number },
): Match | undefined {
  const kept = Array.from<number | undefined>({ length: program.slots });
  const ways: Way[] = [{ at: 0, place: start, kept }];
  for (let way = ways.pop(); way;) {
    const instruction = program.instructions[way.at];
    if (!instruction || !spend(machine, 1)) return undefined;
    if (instruction.op === "done") return matchOf(program, start, way);
    if (instruction.op === "split") {
      ways.push({ at: instruction.second, place: way.place, kept: way.kept });
      way.at = instruction.first;
    } else if (!follow(subject, instruction, way)) way = ways.pop();
  }
  return undefined;
}

function matchOf({ groups }: Program, start: number, { place, kept }: Way): Match {
  const found = Array.from({ length: groups }, (_, index) => {
    const [from, to] = [kept[index * 2 + 2], kept[index * 2 + 3]];
    return from === undefined || to === undefined ? undefined : ([from, to] as const);
  });
  return { start, end: place, groups: found };
}

/** The first match at a place or behind it. */
export function findMatch(
  machine: Machine,
  program: Program,
  { subject, from }: { subject: Subject; from: number },
): Match | undefined {
  for (let start = from; start <= subject.points.length; start++) {
    const match = matchAt(machine, program, { subject, start });
    if (match || machine.refusal !== undefined) return match;
  }
  return undefined;
}
