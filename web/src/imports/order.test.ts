import { describe, expect, test } from "vitest";
import type { Findings } from "../api/imports.ts";
import { isComplete, orderOf, proposedOrder } from "./order.ts";

const findings: Findings = {
  ...{ form: "csv", encoding: "GBK", table: null, rows: 2, vertices: 2, shapes: { Point: 2 } },
  columns: [
    { name: "编号", type: "text", filled: 2, target: "id" },
    { name: "站名", type: "text", filled: 2, target: "name" },
    { name: "备注", type: "empty", filled: 0, target: null },
  ],
  sample: [["a", "古城", null]],
  crs: { stated: null, verdict: "open", proposed: null, candidates: [] },
};

describe("the order of an import", () => {
  test("begins with what the findings propose, and leaves open what they cannot tell", () => {
    const draft = proposedOrder(findings);
    expect(draft).toMatchObject({ crs: "", id: "编号", name: "站名", class: "" });
    expect(isComplete(draft)).toBe(false);
    expect(isComplete({ ...draft, crs: "EPSG:4490", reason: " " })).toBe(false);
    expect(isComplete({ ...draft, crs: "EPSG:4490", reason: "年度更新" })).toBe(true);
  });

  test("says nothing of what was left blank", () => {
    const draft = { ...proposedOrder(findings), crs: "GCJ-02", reason: " 更新 ", dated: "2025-12" };
    expect(orderOf({ ...draft, takesGoodRows: "yes" })).toEqual({
      ...{ crs: "GCJ-02", reason: "更新", dated: "2025-12" },
      columns: { id: "编号", name: "站名" },
      ...{ keepsOtherColumns: true, takesGoodRows: true, isComplete: false },
      ...{ replacesSynthetic: false, isSynthetic: false },
    });
  });
});
