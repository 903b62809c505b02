import { invariant } from "../../base/invariant.ts";
import { multiply, ratio, type Ratio } from "../../base/ratio.ts";
import type { Known, Stated } from "../case/model.ts";
import type { FactIr } from "../ir.ts";
import { dayEnd } from "./days.ts";
import { least, most, type End } from "./ends.ts";
import { interval, notApplicable, point, truthValue, type Value } from "./value.ts";

const words = (options: readonly string[] | undefined): Value => ({
  kind: "words",
  options: options && new Set(options),
});

const quanta = (count: number, step: Ratio): End => multiply(ratio(count), step);

/** The whole domain of a fact: what an unknown fact may be. */
function domainOf(fact: FactIr): Value {
  switch (fact.type.kind) {
    case "boolean":
      return truthValue("U");
    case "number":
      return interval(
        fact.min === undefined ? least : quanta(fact.min, fact.step),
        fact.max === undefined ? most : quanta(fact.max, fact.step),
      );
    case "date":
      return interval(least, most);
    case "enumeration":
      return words(fact.type.options);
    case "text":
      return words(undefined);
    case "list": {
      const { options } = fact.type;
      return { kind: "list", certain: new Set(), possible: options && new Set(options) };
    }
  }
}

function knownValue(fact: FactIr, value: Known): Value {
  if (typeof value === "boolean") return truthValue(value ? "T" : "F");
  if (typeof value === "number") return point(quanta(value, fact.step));
  if (typeof value !== "string") {
    return { kind: "list", certain: new Set(value), possible: new Set(value) };
  }
  return fact.type.kind === "date" ? point(dayEnd(value)) : words([value]);
}

/** The value of a fact as expressions see it: numbers in base units, dates as days. */
export function readFact(fact: FactIr, stated: Stated): Value {
  switch (stated.state) {
    case "known":
      return knownValue(fact, stated.value);
    case "estimate":
      invariant(fact.type.kind === "number", `only a quantity is estimated: ${fact.id}`);
      return interval(quanta(stated.min, fact.step), quanta(stated.max, fact.step));
    case "unknown":
      return domainOf(fact);
    case "not_applicable":
      return fact.type.kind === "boolean" ? truthValue("N") : notApplicable;
  }
}
