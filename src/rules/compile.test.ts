import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/harness/runs.ts";
import { ratio } from "../base/ratio.ts";
import { checkConstant } from "./compile.ts";
import { renderDiagnostic } from "./render.ts";
import type { Node } from "./ir.ts";

/** The checked tree of a constant, without its spans. */
function treeOf(text: string): unknown {
  const checked = checkConstant(text);
  if (!checked.ok) return checked.refusal.map((one) => one.code);
  return bare(checked.value);
}

function bare(node: Node): unknown {
  if (node.op === "number") return `${node.value.n}/${node.value.d}`;
  if (node.op === "compare") return [node.comparison, bare(node.left), bare(node.right)];
  if (node.op === "subtract") return ["-", bare(node.left), bare(node.right)];
  return node.op;
}

describe("a constant expression", () => {
  test("keeps its figures exact: 0.55 - 0.10 = 0.45 holds no rounding", () => {
    expect(treeOf("0.55 - 0.10 = 0.45")).toEqual(["=", ["-", "11/20", "1/10"], "9/20"]);
  });

  test("reads every decimal as the ratio that it says", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 8 }), (n, places) => {
        const digits = String(n).padStart(places + 1, "0");
        const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
        const { n: top, d: bottom } = ratio(n, 10n ** BigInt(places));
        expect(treeOf(text)).toBe(`${top}/${bottom}`);
      }),
      runs(100),
    );
  });

  test("names nothing", () => {
    expect(treeOf("project.site_area > 0")).toEqual(["fact_unknown"]);
    expect(treeOf("share")).toEqual(["name_unknown"]);
  });

  test("says where it goes wrong, on the line where that is", () => {
    const checked = checkConstant("1 = 1 and\n1 = tru");
    expect(checked.ok).toBe(false);
    if (checked.ok) return;
    const [finding] = checked.refusal;
    expect(finding).toMatchObject({ code: "name_unknown", line: 2, column: 5, length: 3 });
    expect(finding && renderDiagnostic(finding, "zh")).toContain("2 | 1 = tru\n  |     ^^^");
  });
});
