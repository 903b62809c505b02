import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { landLayers } from "../land/index.ts";
import { system } from "../store/actor.ts";
import { sql, type Fragment } from "../store/sql.ts";
import { lastAfar } from "./model/grid.ts";
import { showingOf } from "./model/policy.ts";

const { layers, drawn, told } = landLayers;

onBothEngines("what is kept of features for tiles", (engine) => {
  const ask = async <Row>(question: Fragment): Promise<Row[]> =>
    (await engine.db.transaction(system("test"), (tx) => tx.query<Row>(question))).rows;
  beforeAll(() => loadQuarter(engine.db));

  test("leaves out nothing that the policy draws, at any zoom from afar", async () => {
    const zooms = Array.from({ length: lastAfar + 1 }, (_, z) => z);
    const wanted = zooms.flatMap((z) =>
      layers.flatMap((layer) => {
        const showing = showingOf(layer, z);
        return showing.kind === "drawn" ? [{ z, id: layer.id, ...showing }] : [];
      }),
    );
    const rows = await ask<{ z: number; seen: number; missed: number }>(sql`
      select z, count(*) as seen,
             count(*) filter (where from_zoom > z or afar is null) as missed
        from jsonb_to_recordset(${sql.json(wanted)})
               as wanted (z int, id text, "leastAreaDm2" bigint, "leastDegrees" float8)
        join land.feature on layer = wanted.id
       where area_dm2 >= "leastAreaDm2"
         and greatest(st_xmax(geom) - st_xmin(geom), st_ymax(geom) - st_ymin(geom))
             >= "leastDegrees"
       group by z order by z`);
    expect(rows.map(({ z }) => z)).toEqual(zooms);
    expect(rows.at(-1)!.seen).toBeGreaterThan(rows[0]!.seen);
    expect(rows.filter(({ missed }) => missed > 0)).toEqual([]);
  });

  test("keeps nothing from afar of layers that are counted there", async () => {
    const dense = layers.filter(({ dense: isDense }) => isDense).map(({ id }) => id);
    const rows = await ask<{ layer: string }>(sql`
      select distinct layer from land.feature
       where layer = any(${dense}::text[]) and afar is not null`);
    expect(rows).toEqual([]);
  });

  test("holds the properties that are published, and values that a tile can hold", async () => {
    const names = [...drawn, ...told, "secret"];
    const all = Object.fromEntries(names.map((name, at) => [name, at]));
    const [row] = await ask<{ shown: object }>(sql`
      select land.shown_of(${sql.json(all)}) as shown`);
    expect(Object.keys(row!.shown).sort()).toEqual([...drawn, ...told].sort());
    const unfit = { kind: null, use: ["a"], zone: {}, idle: false };
    const [odd] = await ask<{ shown: object }>(sql`
      select land.shown_of(${sql.json(unfit)}) as shown`);
    expect(odd!.shown).toEqual({ idle: false });
  });

  test("follows what is written, and the zoom of its layer", async () => {
    const one = sql`layer = 'blocks'
      and id = (select min(id) from land.feature where layer = 'blocks')`;
    const look = async () =>
      (
        await ask<{ from: number; kind: string; east: number }>(sql`
          select from_zoom as from, shown->>'kind' as kind, st_xmax(afar)::float8 as east
            from land.feature where ${one}`)
      )[0]!;
    const before = await look();
    await ask(sql`
      update land.feature
         set geom = st_translate(geom, 0.01, 0), properties = properties || '{"kind": "moved"}'
       where ${one}`);
    const moved = await look();
    expect(moved.kind).toBe("moved");
    expect(moved.east - before.east).toBeCloseTo((0.01 / 180) * Math.PI * 6_378_137, 3);
    await ask(sql`update land.layer set min_zoom = 3 where id = 'blocks'`);
    expect((await look()).from).toBe(3);
    expect(before.from).toBeGreaterThan(3);
  });
});
