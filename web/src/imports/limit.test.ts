import { expect, test } from "vitest";
import { importScopes } from "./limit.ts";

const adcodes = ["110101", "110105"];

test("an officer imports where the scope lies, and others nowhere", () => {
  expect(importScopes([{ role: "administrator", scope: "110000" }], adcodes)).toEqual({
    ...{ isCityWide: true, districts: adcodes },
  });
  expect(importScopes([{ role: "district_officer", scope: "110000.110105" }], adcodes)).toEqual({
    ...{ isCityWide: false, districts: ["110105"] },
  });
  expect(importScopes([{ role: "planner", scope: "110000" }], adcodes)).toEqual({
    ...{ isCityWide: false, districts: [] },
  });
});
