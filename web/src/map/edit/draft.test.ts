import { expect, test } from "vitest";
import type { FeatureVersion } from "../../api/changes.ts";
import { draftOf, editOf, isEdit } from "./draft.ts";
import { outlineOf } from "./outline.ts";

const opened: FeatureVersion = {
  ...{ version: 3, validFrom: null, validTo: null, name: "甲", areaM2: 0, synthetic: false },
  ...{ geometry: { type: "Point", coordinates: [116, 40] }, change: null },
  properties: { floors: 6, list: [1] },
};

test("an edit says what differs from what was opened, and nothing else", () => {
  const draft = { ...draftOf(opened), reason: " 勘误 " };
  expect(editOf(opened, draft, undefined)).toEqual({ reason: "勘误" });
  expect(isEdit(editOf(opened, draft, undefined))).toBe(false);

  const changed = { ...draft, name: "乙", validFrom: "2026-01-01", typed: { floors: "7" } };
  const outline = outlineOf({ type: "Point", coordinates: [116.5, 40] });
  expect(editOf(opened, changed, outline)).toEqual({
    ...{ reason: "勘误", name: "乙", validFrom: "2026-01-01" },
    geometry: { type: "Point", coordinates: [116.5, 40] },
    properties: { floors: 7, list: [1] },
  });
});
