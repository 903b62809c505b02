import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { beijing } from "../../test/harness/ground.ts";
import { askers } from "../../test/harness/map.ts";
import { homeFolder } from "../store/home.ts";
import { sql } from "../store/sql.ts";
import { planePolygons } from "./model/districts.ts";
import { readGround } from "./store/ground.ts";

/** The same districts from another source, and of the engines' geometry no line is ours. */
const judge = join(homeFolder(), "..", "shared", "data", "districts-osm", "beijing.geojson");

type Judge = {
  readonly features: readonly {
    readonly properties: { readonly adcode: string };
    readonly geometry: object;
  }[];
};

onBothEngines("the real districts beside another source", (engine) => {
  const { run } = askers(engine);
  const differ = "differ from it by 1.5 to 9.4 % of their area, as far as the sources differ";
  test.skipIf(!existsSync(judge))(
    existsSync(judge) ? differ : `${differ}: to run, put districts-osm into ../shared/data`,
    async () => {
      const { districts } = await readGround(beijing);
      const other = JSON.parse(readFileSync(judge, "utf8")) as Judge;
      const pairs = districts.features.map((district) => {
        const { adcode } = district.properties;
        const match = other.features.find(({ properties }) => properties.adcode === adcode);
        return {
          adcode,
          ours: { type: "MultiPolygon", coordinates: planePolygons(district) },
          theirs: match?.geometry,
        };
      });
      const { rows } = await run((tx) =>
        tx.query<{ adcode: string; percent: number }>(sql`
          with pair as (
            select adcode, st_setsrid(st_geomfromgeojson(ours), 4548) as ours,
                   st_transform(st_setsrid(st_geomfromgeojson(theirs), 4490), 4548) as theirs
              from jsonb_to_recordset(${sql.json(pairs)})
                as line (adcode text, ours jsonb, theirs jsonb))
          select adcode,
                 (st_area(st_symdifference(ours, theirs)) / st_area(theirs) * 100)::float8
                   as percent
            from pair order by percent`),
      );
      expect(rows).toHaveLength(16);
      const rounded = rows.map(({ percent }) => Math.round(percent * 10) / 10);
      expect(rounded[0]).toBeGreaterThanOrEqual(1.5);
      expect(rounded.at(-1)).toBeLessThanOrEqual(9.4);
      expect(rows.slice(-3).map(({ adcode }) => adcode)).toEqual(["110107", "110102", "110101"]);
    },
  );
});
