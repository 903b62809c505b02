import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { askers } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { createFeature } from "./actions/edits.ts";
import { readHeat } from "./actions/map.ts";

onBothEngines("how much of a kind stands in each block", (engine) => {
  const { run, building } = askers(engine);
  beforeAll(() => loadQuarter(engine.db));

  const heatOf = async (kind: "factories" | "old_dwellings") =>
    (await run((tx) => readHeat(tx, kind))).blocks;

  test("is told though a figure is no number: the row counts, its figure does not", async () => {
    const { geometry, properties } = await building("factory");
    const { block } = properties;
    const at = { layer: "buildings", today: "2026-01-01", district: null };
    const draw = (id: string, facts: Record<string, unknown>) => {
      const draft = { reason: "x", id, name: id, geometry, properties: facts };
      return run((tx) => createFeature(tx, at, draft));
    };
    const before = (await heatOf("factories")).find(({ id }) => id === block)!;
    const old = await heatOf("old_dwellings");
    const odd = { block, floor_area: "large", built_year: "before the war" };
    expect(await draw("odd1", { ...odd, kind: "factory" })).toMatchObject({ ok: true });
    expect(await draw("odd2", { ...odd, kind: "walk-up dwelling" })).toMatchObject({ ok: true });
    expect((await heatOf("factories")).find(({ id }) => id === block)).toMatchObject({
      buildings: before.buildings + 1,
      unmeasured: before.unmeasured + 1,
      floorAreaM2: before.floorAreaM2,
    });
    expect(await heatOf("old_dwellings")).toEqual(old);
  });
});
