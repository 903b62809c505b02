import { describe, expect, test } from "vitest";
import { readMapSearch, readShowing, readSpot, showingText, spotText } from "./address.ts";

describe("the address of a view", () => {
  test("names the spot and the zoom, and is read back", () => {
    const spot = { centre: [116.397451, 39.908722] as const, zoom: 11.254 };
    expect(spotText(spot)).toBe("116.39745,39.90872,11.25");
    expect(readSpot(spotText(spot))).toEqual({ centre: [116.39745, 39.90872], zoom: 11.25 });
  });

  test.each([undefined, "", "116,39", "116,39,", "a,b,c", "181,39,9", "116,39,9,1", "116,39,99"])(
    "%s names no spot",
    (at) => expect(readSpot(at)).toBeUndefined(),
  );

  test("keeps the layers that are shown, hidden and drawn weaker", () => {
    const showing = readShowing("farmland:40,faults,-parcels");
    expect(showing.shown.has("farmland")).toBe(true);
    expect(showing.shown.has("parcels")).toBe(false);
    expect(showing.strengths).toEqual({ farmland: 0.4 });
    expect(readShowing(showingText(showing))).toEqual(showing);
  });

  test("of the first look says nothing", () => {
    expect(showingText(readShowing(undefined))).toBe("");
  });

  test("passes over what it does not understand", () => {
    expect(readShowing("<script>,Farmland,-,:5")).toEqual(readShowing(undefined));
    expect(readMapSearch({ at: ["116"], see: 3, building: "" })).toEqual({ see: "3" });
  });
});
