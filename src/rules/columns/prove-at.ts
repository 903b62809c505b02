import { levels } from "../contract/pack.ts";
import type { Edition } from "../evaluate/edition.ts";
import { gauge } from "../evaluate/machine.ts";
import { truthOf } from "../evaluate/outcome.ts";
import { prove } from "../evaluate/reference.ts";
import { truthCodes } from "../evaluate/rows.ts";
import type { Scope } from "../evaluate/scope.ts";
import { ownerOf } from "./gone.ts";
import type { Library } from "./library.ts";
import type { ProveAt } from "./place.ts";

/** Decides what has no whole-number form on the case itself. */
export const proverOf =
  (library: Library, edition: Edition): ProveAt =>
  (node, subjects) => {
    const owner = ownerOf(subjects);
    const facts = library.cases[owner]!;
    const current = Object.fromEntries(
      levels.map((level, number) => [
        level,
        subjects[number]! - library.levels[number]!.starts[owner]!,
      ]),
    ) as Scope["current"];
    const wasBroken = gauge.isBroken;
    const code = truthCodes[truthOf(prove(node, { edition, facts, current, assumed: new Map() }))];
    gauge.isBroken = wasBroken;
    return code;
  };
