import type { FactDefinition } from "../../../src/rules/contract.ts";

/** What stands in the fields of a question before it is sent. */
export type Draft = {
  readonly text: string;
  readonly to: string;
  readonly isRange: boolean;
  readonly chosen: readonly string[];
};

export const emptyDraft: Draft = { text: "", to: "", isRange: false, chosen: [] };

export type DraftProblem =
  | { code: "problemEmpty" | "problemNumber" | "problemRange" | "problemDate" }
  | { code: "problemBelow" | "problemAbove"; limit: number }
  | { code: "problemQuantum"; quantum: string };

export type Reading = { ok: true; value: unknown } | { ok: false; problem: DraftProblem };

type Limits = Pick<FactDefinition, "min" | "max" | "quantum">;

const no = (problem: DraftProblem): Reading => ({ ok: false, problem });
const yes = (value: unknown): Reading => ({ ok: true, value });

/** Digits with a point and, by habit, commas or full-width forms. */
function numberIn(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** Decimal places that a quantum such as 0.01 allows. */
function places(quantum: string): number | undefined {
  const match = /^(?:1|0\.(0*)1)$/.exec(quantum);
  if (!match) return undefined;
  return quantum === "1" ? 0 : (match[1]?.length ?? 0) + 1;
}

function isFiner(text: string, quantum: string): boolean {
  const allowed = places(quantum);
  if (allowed === undefined) return false;
  const part = text.normalize("NFKC").split(".")[1] ?? "";
  return part.replace(/0+\s*$/, "").length > allowed;
}

function readNumber(text: string, limits: Limits): Reading {
  if (text.trim() === "") return no({ code: "problemEmpty" });
  const value = numberIn(text);
  if (value === undefined) return no({ code: "problemNumber" });
  const least = limits.min ?? 0;
  if (value < least) return no({ code: "problemBelow", limit: least });
  if (limits.max !== undefined && value > limits.max) {
    return no({ code: "problemAbove", limit: limits.max });
  }
  const quantum = limits.quantum === undefined ? undefined : String(limits.quantum);
  if (quantum && isFiner(text, quantum)) return no({ code: "problemQuantum", quantum });
  return yes(value);
}

function readQuantity(draft: Draft, limits: Limits): Reading {
  const from = readNumber(draft.text, limits);
  if (!draft.isRange || !from.ok) return from;
  const to = readNumber(draft.to, limits);
  if (!to.ok) return to;
  if (Number(from.value) > Number(to.value)) return no({ code: "problemRange" });
  if (from.value === to.value) return from;
  return yes({ estimate: [from.value, to.value] });
}

function readDate(text: string): Reading {
  if (text.trim() === "") return no({ code: "problemEmpty" });
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? yes(text.trim()) : no({ code: "problemDate" });
}

/** Reads the fields into a value of the case; the server checks again what is said here early. */
export function readDraft(type: string, draft: Draft, limits: Limits): Reading {
  if (type === "quantity") return readQuantity(draft, limits);
  if (type === "date") return readDate(draft.text);
  if (type === "list") return yes([...draft.chosen]);
  const [only] = draft.chosen;
  if (type === "boolean") return only ? yes(only === "yes") : no({ code: "problemEmpty" });
  if (type === "enumeration") return only ? yes(only) : no({ code: "problemEmpty" });
  return draft.text.trim() ? yes(draft.text.trim()) : no({ code: "problemEmpty" });
}
