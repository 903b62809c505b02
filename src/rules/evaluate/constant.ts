import type { Case } from "../case/model.ts";
import { levels, type Level } from "../contract/pack.ts";
import type { Node } from "../ir.ts";
import type { Edition } from "./edition.ts";
import { prove } from "./reference.ts";
import { scopeOf } from "./scope.ts";
import type { Value } from "./value.ts";

const nobody: Case = {
  id: "",
  synthetic: false,
  subjects: Object.fromEntries(levels.map((level) => [level, []])) as unknown as Record<Level, []>,
  stated: Object.fromEntries(levels.map((level) => [level, true])) as Record<Level, boolean>,
};

const stretch: Edition["stretch"] = {
  program: {
    pack: "",
    version: "",
    encoding: "",
    zone: "UTC",
    facts: [],
    factById: new Map(),
    groups: new Map(),
    parameters: [],
    registers: [],
    rules: [],
    ruleById: new Map(),
    order: [],
    combinations: [],
    measures: new Map(),
    terms: new Map(),
  },
  figures: [],
  stands: [],
};

const lawless: Edition = { ...stretch, stretch, day: 0 };

/**
 * The value of an expression that reads no fact, no figure and no list: exact, so 0.55 − 0.10 =
 * 0.45. Throws for one that reads a fact.
 */
export const evaluateConstant = (node: Node): Value =>
  prove(node, scopeOf(lawless, nobody, { level: "project", subject: 0 })).value;
