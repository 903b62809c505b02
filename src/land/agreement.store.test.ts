import { beforeAll, expect, test } from "vitest";
import {
  drawPolygons,
  extentOf,
  holdAgainstSlabs,
  readSurfaces,
} from "../../test/bench/conflicts.ts";
import { onBothEngines } from "../../test/harness/engines.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { layerIds } from "./contract.ts";

onBothEngines("the conflict check", (engine) => {
  beforeAll(async () => {
    await loadQuarter(engine.db);
  });

  test("agrees with areas that are worked out without the database", async () => {
    const surfaces = await readSurfaces(engine.db, layerIds);
    const polygons = drawPolygons(await extentOf(engine.db, "blocks"), "agreement", 60);
    const agreement = await holdAgainstSlabs(engine.db, { surfaces, polygons });
    expect(agreement).toMatchObject({ checked: 60, refused: 0, disagreements: [] });
    expect(agreement.met).toBeGreaterThan(100);
  });
});
