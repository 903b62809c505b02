import { isScalar, visit, type Scalar } from "yaml";
import { isCivilDate } from "../base/date.ts";
import { compareRatio, parseRatio, ratioOf } from "../base/ratio.ts";
import type { Diagnostic } from "../rules/index.ts";
import { diagnosticAt, type PackFinding } from "./places.ts";
import type { YamlFile } from "./yaml.ts";

/** Values that no schema sees through: they would be taken for something else than is written. */
export function oddScalars(file: YamlFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(file.document, {
    Scalar: (_, node) => {
      const finding = isScalar(node) ? oddity(node) : undefined;
      const [start = 0, end = 1] = node.range ?? [];
      if (finding) found.push(diagnosticAt(file, [start, end], finding));
    },
  });
  return found;
}

function oddity({ value, source }: Scalar): PackFinding | undefined {
  if (typeof value === "number") return source === undefined ? undefined : inexact(value, source);
  if (typeof value !== "string") return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !isCivilDate(value)) {
    return { code: "day_unknown", holes: { text: value } };
  }
  return /\p{Surrogate}/u.test(value) ? { code: "text_broken", holes: {} } : undefined;
}

/** A number with more digits than a double keeps would silently become another. */
function inexact(value: number, source: string): PackFinding | undefined {
  const written = parseRatio(source);
  if (!written || !Number.isFinite(value)) return undefined;
  if (compareRatio(written, ratioOf(value)) === 0) return undefined;
  // A hash of digits only is a text; the schema takes it as it is written.
  if (/^\d{64}$/.test(source)) return undefined;
  return { code: "number_inexact", holes: { text: source } };
}
