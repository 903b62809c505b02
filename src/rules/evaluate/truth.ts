/** The four values of a condition: true, false, unknown, not applicable. */
export type Truth = "T" | "F" | "U" | "N";

/** False if any is false, else unknown, else not applicable, else true. */
export function every(truths: readonly Truth[]): Truth {
  if (truths.includes("F")) return "F";
  if (truths.includes("U")) return "U";
  return truths.includes("N") ? "N" : "T";
}

/** True if any is true, else unknown, else not applicable, else false. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.includes("T")) return "T";
  if (truths.includes("U")) return "U";
  return truths.includes("N") ? "N" : "F";
}

export function not(truth: Truth): Truth {
  if (truth === "T") return "F";
  return truth === "F" ? "T" : truth;
}

/** What is certain where one of two outcomes will be the case. */
export const either = (a: Truth, b: Truth): Truth => (a === b ? a : "U");
