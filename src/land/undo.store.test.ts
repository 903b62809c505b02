import { beforeAll, describe, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { beijing } from "../../test/harness/ground.ts";
import { askers } from "../../test/harness/map.ts";
import { loadQuarter } from "../../test/harness/quarter.ts";
import { sql } from "../store/sql.ts";
import { createFeature, editFeature, retireFeature } from "./actions/edits.ts";
import { listCatalogue } from "./actions/map.ts";
import { undoChange } from "./actions/undo.ts";
import { layerIds } from "./contract.ts";
import { loadCity, readGround } from "./index.ts";
import { emptyOtherLayers } from "./store/load.ts";

const today = "2026-06-01";
const geometry = { type: "Point", coordinates: [116.5, 39.92] };

onBothEngines("a change taken back", (engine) => {
  const { run, features } = askers(engine);
  beforeAll(() => loadQuarter(engine.db));

  const at = { layer: "stations", today, district: null };
  type Named = { readonly id: string; readonly layer?: string; readonly shape?: unknown };
  const draw = async ({ id, layer = "stations", shape = geometry }: Named, validFrom: string) => {
    const draft = { reason: "new", id, name: id, geometry: shape, validFrom };
    const made = await run((tx) => createFeature(tx, { ...at, layer }, draft));
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    return made.value;
  };
  const retire = async (named: Named, version: number, validFrom: string) => {
    const why = { reason: "gone", validFrom };
    const meant = { ...at, layer: named.layer ?? "stations", id: named.id, version };
    const gone = await run((tx) => retireFeature(tx, meant, why));
    if (!gone.ok) throw new Error(JSON.stringify(gone.refusal));
    return gone.value.change;
  };
  const undo = (id: string) => run((tx) => undoChange(tx, { id, reason: "x", today }));
  const overtaken = (by: string) => ({
    ok: false,
    refusal: { code: "change_overtaken", feature: "U1", by },
  });

  test("is refused while another stood under the id since, and works when that is taken back", async () => {
    const first = await draw({ id: "U1" }, "2020-01-01");
    const gone = await retire({ id: "U1" }, first.version, "2021-01-01");
    const second = await draw({ id: "U1" }, "2022-01-01");
    expect(await undo(gone)).toMatchObject(overtaken(second.change));
    const goneAgain = await retire({ id: "U1" }, second.version, "2023-01-01");
    expect(await undo(gone)).toMatchObject(overtaken(goneAgain));
    for (const later of [goneAgain, second.change, gone]) {
      expect(await undo(later)).toMatchObject({ ok: true });
    }
    const { rows } = await run((tx) =>
      tx.query(sql`select version, valid_from from land.feature where id = 'U1'`),
    );
    expect(rows).toEqual([{ version: first.version, valid_from: "2020-01-01" }]);
  });

  test("brings back the last feature of a layer, and the layer with it", async () => {
    const line = {
      type: "LineString",
      coordinates: [
        [116.5, 39.92],
        [116.51, 39.92],
      ],
    };
    const made = await draw({ id: "F1", layer: "faults", shape: line }, "2020-01-01");
    const gone = await retire({ id: "F1", layer: "faults" }, made.version, "2021-01-01");
    const faults = async () => (await run(listCatalogue)).find(({ id }) => id === "faults");
    expect(await faults()).toMatchObject({ count: 0, coverage: null });
    expect(await undo(gone)).toMatchObject({ ok: true });
    const { count, coverage } = (await faults())!;
    expect(count).toBe(1);
    expect(coverage![2]).toBeCloseTo(116.51, 3);
  });

  describe("of a day to come", () => {
    const ahead = { ok: false, refusal: { code: "valid_from_future", day: "2026-06-02", today } };
    const validFrom = "2026-06-02";

    test("is not made: no edit begins before its day", async () => {
      const draft = { reason: "x", id: "V1", name: "V1", geometry, validFrom };
      expect(await run((tx) => createFeature(tx, at, draft))).toMatchObject(ahead);
      const { version } = await draw({ id: "V2" }, today);
      const meant = { ...at, id: "V2", version };
      const edit = { reason: "x", validFrom };
      expect(await run((tx) => editFeature(tx, meant, edit))).toMatchObject(ahead);
      expect(await run((tx) => retireFeature(tx, meant, edit))).toMatchObject(ahead);
      expect((await features("stations")).some(({ id }) => id === "V1")).toBe(false);
    });
  });

  describe("after the city was loaded anew", () => {
    const load = async (seed: string) => {
      const loaded = await loadCity(engine.db, {
        ground: await readGround(beijing),
        size: "quarter",
        seed,
      });
      expect(loaded).toMatchObject({ ok: true });
    };
    test("is refused by name; what was retired of one city is not missing in another", async () => {
      const { rows } = await run((tx) =>
        tx.query<{ layer: string; id: string }>(sql`
          select layer, id from land.feature where layer = 'parks' order by id limit 1`),
      );
      const { id } = rows[0]!;
      const gone = await retire({ id, layer: "parks" }, 1, "2021-01-01");
      const parks = async () => (await features("parks")).map((park) => park.id);
      expect(await parks()).not.toContain(id);
      await run((tx) => tx.query(sql`update land.city set stamp = 'older pack'`));
      await run((tx) =>
        tx.query(sql`update land.layer set stamp = 'older 1 quarter 1' where id = 'parks'`),
      );
      await load("1");
      expect(await parks()).not.toContain(id);
      expect(await undo(gone)).toEqual({
        ok: false,
        refusal: { code: "change_before_load", id: gone },
      });
      await load("2");
      await load("1");
      expect(await parks()).toContain(id);
    });

    test("a layer kept for a change speaks of that alone, and is loaded whole again", async () => {
      const stamps = sql`select stamp, loaded_coverage is null as silent from land.layer
                          where id = 'stations'`;
      const before = (await features("stations")).length;
      await run((tx) =>
        emptyOtherLayers(
          tx,
          layerIds.filter((id) => id !== "stations"),
        ),
      );
      expect((await run((tx) => tx.query(stamps))).rows).toEqual([{ stamp: "", silent: true }]);
      await run((tx) => tx.query(sql`update land.city set stamp = 'other'`));
      await load("1");
      expect((await features("stations")).length).toBe(before);
      expect((await run((tx) => tx.query(stamps))).rows).toMatchObject([{ silent: false }]);
    });
  });
});
