import { compareRatio, negate, parseRatio, ratio, subtract, type Ratio } from "../../base/ratio.ts";
import { equal } from "./compare.ts";
import { invoke } from "./evaluate/call.ts";
import { evaluateFeel, type Outcome } from "./feel.ts";
import { newMachine } from "./machine.ts";
import { namedType } from "./parse/types.ts";
import { rules } from "./functions/numeric.ts";
import { writeValue } from "./text.ts";
import { isKind, type Value } from "./value.ts";

/** One case of a conformance suite: an expression, its inputs and the value it must have. */
export type ConformanceCase = {
  readonly level: string;
  readonly suite: string;
  readonly id: string;
  readonly expr: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly expected: string;
  readonly typeRef: string | null;
  /** The suite expects an error, which makes the value null. */
  readonly err: boolean;
};

export type ConformanceStatus = "passed" | "failed" | "unsupported";

export type ConformanceResult = {
  readonly level: string;
  readonly suite: string;
  readonly id: string;
  readonly err: boolean;
  readonly status: ConformanceStatus;
  /** The case writes other digits than the value's; both are one to eight decimal places. */
  readonly isNear?: boolean;
  /** Our value as an expression, and why it is null. */
  readonly value?: string;
  readonly error?: string;
  readonly unsupported?: string;
};

/** Suites may tell the time: every run has the same. */
const now = (): Date => new Date("2024-06-15T12:00:00Z");

const machine = () => newMachine(now, invoke);

const written = /^-?\d*\.?(\d*)$/;

/** The number rounded, a half away from zero, to as many decimal places as a text has. */
function roundedAs(text: string, value: Ratio): Ratio {
  const places = written.exec(text)?.[1]?.length ?? 0;
  const scale = 10n ** BigInt(places);
  return ratio(rules["round half up"](ratio(value.n * scale, value.d)), scale);
}

/** How far apart two numbers may be that the runners of the suite hold for one. */
const tolerance = ratio(1n, 10n ** 8n);

type Match = "equal" | "near" | "different";

/** A suite's digits come from one engine's own rounding, now and then with a slip in the last. */
function matchNumber(value: Ratio, expected: string, wanted: Ratio): Match {
  if (compareRatio(roundedAs(expected, value), wanted) === 0) return "equal";
  const apart = subtract(value, wanted);
  const size = apart.n < 0n ? negate(apart) : apart;
  return compareRatio(size, tolerance) < 0 ? "near" : "different";
}

function match(value: Value, expected: string): Match {
  const number = written.test(expected) ? parseRatio(expected) : undefined;
  if (number && isKind(value, "number")) return matchNumber(value.value, expected, number);
  return agrees(value, expected) ? "equal" : "different";
}

function agrees(value: Value, expected: string): boolean {
  const wanted = evaluateFeel(expected, { now });
  if (wanted.is === "refused") return false;
  if (value === null || wanted.value === null) return value === wanted.value;
  return equal(machine(), value, wanted.value) === true;
}

/** The inputs as values; undefined when one of them is refused. */
function inputsOf(one: ConformanceCase): ReadonlyMap<string, Value> | undefined {
  const inputs = new Map<string, Value>();
  for (const [name, text] of Object.entries(one.inputs)) {
    const outcome = evaluateFeel(text, { now });
    if (outcome.is === "refused") return undefined;
    inputs.set(name, outcome.value);
  }
  return inputs;
}

type Verdict = Omit<ConformanceResult, "level" | "suite" | "id" | "err">;

/** Whether a case declares a type of its own model, which the case does not bring along. */
const isTypeMissing = ({ typeRef }: ConformanceCase): boolean =>
  typeRef !== null && "refused" in namedType(typeRef);

function judge(one: ConformanceCase, outcome: Outcome): Verdict {
  if (outcome.is === "refused") {
    const isError = one.err && outcome.code === "syntax";
    return isError
      ? { status: "passed", value: "null", error: outcome.code }
      : { status: "unsupported", unsupported: outcome.code };
  }
  const { value, notes } = outcome;
  if (one.err && value !== null && isTypeMissing(one)) {
    return { status: "unsupported", unsupported: "type_unknown" };
  }
  const isNull = value === null ? "equal" : "different";
  const found = one.err ? isNull : match(value, one.expected);
  const error = value === null ? notes[0]?.code : undefined;
  return {
    status: found === "different" ? "failed" : "passed",
    ...(found === "near" && { isNear: true }),
    value: writeValue(machine(), value),
    ...(error && { error }),
  };
}

/** Runs one case. An input that is not supported makes the case so. */
export function runConformanceCase(one: ConformanceCase): ConformanceResult {
  const { level, suite, id, err } = one;
  const inputs = inputsOf(one);
  const verdict: Verdict = inputs
    ? judge(one, evaluateFeel(one.expr, { inputs, result: one.typeRef ?? undefined, now }))
    : { status: "unsupported", unsupported: "syntax" };
  return { level, suite, id, err, ...verdict };
}
