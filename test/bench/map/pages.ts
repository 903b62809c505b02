import { bilingual } from "../../../src/base/message.ts";
import { appendEvent } from "../../../src/store/event.ts";
import { sql } from "../../../src/store/sql.ts";
import type { Bbox } from "../../../src/land/index.ts";
import { tileAt } from "../../../src/map/model/grid.ts";
import type { Part } from "../table.ts";
import { quantile } from "./client.ts";
import { me, type Stage } from "./stage.ts";

type Building = { id: string; box: Bbox };

/** Some buildings, in an order that follows from their ids. */
async function buildings({ db }: Stage, limit: number): Promise<Building[]> {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<Building>(sql`
      select id, jsonb_build_array(st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom))
               as box
        from land.feature where layer = 'buildings'
       order by md5(id)
       limit ${limit}`),
  );
  return rows;
}

/** The id after which a page begins, counted from the first. */
async function cursorOf({ db }: Stage, page: number, limit: number): Promise<string> {
  const { rows } = await db.transaction(me, (tx) =>
    tx.query<{ id: string }>(sql`
      select id from land.feature where layer = 'buildings'
       order by id limit 1 offset ${(page - 1) * limit - 1}`),
  );
  return rows[0]?.id ?? "";
}

const path = "/ogc/collections/buildings/items";
const halfDegrees = 0.04;

const boxAround = ([west, south]: Bbox): string =>
  [west - halfDegrees, south - halfDegrees, west + halfDegrees, south + halfDegrees].join(",");

/** A page of a hundred, near the beginning and far from it. */
async function pagesFarAndNear(
  stage: Stage,
  rounds: number,
): Promise<{ near: number; far: number }> {
  const limit = 100;
  const far = encodeURIComponent(await cursorOf(stage, 2_000, limit));
  const [first, last]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    first.push((await stage.client.get(`${path}?limit=${limit}`)).ms);
    last.push((await stage.client.get(`${path}?limit=${limit}&cursor=${far}`)).ms);
  }
  return { near: quantile(first, 0.5), far: quantile(last, 0.5) };
}

/** Pages of features: many in a box, and far from the beginning. */
export async function pagesPart(stage: Stage, rounds: number): Promise<Part> {
  const inBox: number[] = [];
  let returned = 0;
  for (const { box } of await buildings(stage, rounds)) {
    const { ms, body } = await stage.client.get(`${path}?limit=5000&bbox=${boxAround(box)}`);
    inBox.push(ms);
    const { numberReturned } = JSON.parse(body.toString()) as { numberReturned: number };
    returned = Math.max(returned, numberReturned);
  }
  const { near, far } = await pagesFarAndNear(stage, rounds);
  const to = bilingual("第 1 页", "page 1");
  return {
    title: bilingual("OGC API Features 的页", "Pages of OGC API Features"),
    lines: [
      `Boxes of ${halfDegrees * 2}° around ${rounds} buildings; at most ${returned} features.`,
    ],
    rows: [
      {
        name: bilingual("框内 5000 个，p95", "5,000 in a box, p95"),
        figure: quantile(inBox, 0.95),
        unit: "ms",
        most: 200,
      },
      { name: bilingual("第 1 页，100 个，p50", "page 1 of 100, p50"), figure: near, unit: "ms" },
      {
        name: bilingual("第 2000 页，100 个，p50", "page 2,000 of 100, p50"),
        figure: far,
        unit: "ms",
        ratios: [{ to, value: far / near, bar: { is: "at_most", value: 1.2 } }],
      },
    ],
  };
}

/** How long after its commit an edit's tile is drawn anew. The row is written as it was. */
async function seenAfterMs(stage: Stage, { id, box }: Building): Promise<number> {
  const { x, y, z } = tileAt([box[0], box[1]], 16);
  const tile = `/tiles/buildings/${z}/${x}/${y}.mvt`;
  await stage.client.get(tile);
  const before = await stage.changes();
  await stage.db.transaction(me, async (tx) => {
    await tx.query(sql`
      update land.feature set name_en = name_en where layer = 'buildings' and id = ${id}`);
    const event = { room: "land", kind: "features_changed", subject: "buildings" };
    await appendEvent(tx, { ...event, detail: { boxes: [box] } });
  });
  const start = performance.now();
  while ((await stage.changes()) === before);
  await stage.client.get(tile);
  return performance.now() - start;
}

export async function editPart(stage: Stage, rounds: number): Promise<Part> {
  const seen: number[] = [];
  for (const building of await buildings(stage, rounds))
    seen.push(await seenAfterMs(stage, building));
  return {
    title: bilingual("修改何时可见", "When an edit is seen"),
    lines: ["From the commit to the new tile in the hands of whoever asked for it."],
    rows: [
      { name: "p50", figure: quantile(seen, 0.5), unit: "ms" },
      { name: bilingual("最长", "longest"), figure: Math.max(...seen), unit: "ms", most: 1_000 },
    ],
  };
}
