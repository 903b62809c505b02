import { beforeAll, expect, test } from "vitest";
import { originalDistricts } from "../../../../scripts/districts/original.ts";
import { beijing } from "../../../../test/harness/ground.ts";
import { readGround } from "../../store/ground.ts";
import { planePolygons } from "../districts.ts";
import { districtTitle } from "../zones.ts";
import { cityOutline, type CityOutline } from "./city-outline.ts";
import { openFile } from "./open.ts";
import { surveyFile } from "./survey.ts";

let city: CityOutline;
beforeAll(async () => {
  const { districts, zones } = await readGround(beijing);
  city = cityOutline(
    districts.features.map((district) => ({
      adcode: district.id,
      name: districtTitle(zones, district.properties).zh,
      polygons: planePolygons(district),
    })),
  );
});

test("the districts as they were published are seen to be in GCJ-02, though they say degrees", () => {
  const text = originalDistricts();
  const { crs } = surveyFile(openFile(new TextEncoder().encode(text)), city);
  const outlineOf = (id: string) => crs.candidates.find((each) => each.crs === id)?.outlineM;
  expect(crs).toMatchObject({ verdict: "proved", proposed: "GCJ-02" });
  expect(outlineOf("GCJ-02")).toBeLessThan(20);
  expect(outlineOf("EPSG:4490")).toBeGreaterThan(200);
});
