import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { breakerNames } from "../../scripts/soak/break.ts";
import { fuzz } from "../../scripts/soak/fuzz.ts";
import { countRows } from "../../scripts/soak/target.ts";
import { startServing, type Serving } from "../../src/cli/serve.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { onBothEngines, type Engine } from "../harness/engines.ts";

const limits = { readsPerMinute: 1_000_000, workPerMinute: 1_000_000 };

/** The whole server as `npm start` runs it, on this engine, with its budgets out of the way. */
async function serveWhole({ url }: Engine, folder: string): Promise<Serving> {
  const where = url === undefined ? { ZHIBU_DATA: folder } : { DATABASE_URL: url };
  const settings = settingsOf({ ...where, ZHIBU_PORT: "0", ZHIBU_LOG: "silent" });
  const serving = await startServing(settings, () => undefined, { limits, checkAnswers: true });
  if (!serving.ok) throw new Error(serving.refusal.text("en"));
  return serving.value;
}

onBothEngines("five hundred requests of every kind", (engine) => {
  test("are answered or refused by name, within bounds, and half of none is written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zhibu-fuzz-"));
    const serving = await serveWhole(engine, folder);
    try {
      const target = {
        url: serving.url,
        counts: () => countRows(serving.db),
        peakMb: async () => process.resourceUsage().maxRSS / 1_024,
      };
      const figures = await fuzz(target, { count: 500, seed: "zhibu" });
      expect(figures.faults).toEqual([]);
      expect(Object.keys(figures.byKind).sort()).toEqual([...breakerNames, "valid"].sort());
      expect(figures.visitors).toContain("administrator");
      expect(figures.visitors).toContain("anonymous");
      expect(figures.countedBatches).toBeGreaterThan(5);
      expect(figures.times.max).toBeLessThan(20_000);
    } finally {
      await serving.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
