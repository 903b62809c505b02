import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { system } from "../base/actor.ts";
import { sql } from "../store/sql.ts";
import { beijing as packFolder } from "../../test/harness/ground.ts";
import { loadCity, type LoadResult } from "./jobs.ts";
import { readGround } from "./store/ground.ts";

const me = system("test");

onBothEngines("loading the quarter", (engine) => {
  let first: LoadResult | undefined;

  const load = async (): Promise<LoadResult> => {
    const order = { ground: await readGround(packFolder), size: "quarter", seed: "1" } as const;
    const loaded = await loadCity(engine.db, order);
    if (!loaded.ok) throw new Error(loaded.refusal.code);
    return loaded.value;
  };
  const count = async (): Promise<number> => {
    const { rows } = await engine.db.transaction(me, (tx) =>
      tx.query<{ count: number }>(sql`select count(*) from land.feature`),
    );
    return rows[0]!.count;
  };

  beforeAll(async () => {
    const started = performance.now();
    first = await load();
    console.log(
      `${engine.name}: ${first.features} features in ${Math.round(performance.now() - started)} ms`,
    );
  });

  test("puts every feature of every layer on the map", async () => {
    expect(first?.layers).toBe(24);
    expect(await count()).toBe(first?.features);
  });

  test("does nothing the second time", async () => {
    const before = await count();
    expect(await load()).toEqual({ layers: 0, features: 0 });
    expect(await count()).toBe(before);
  });
});
