import { expect, test } from "vitest";
import { readShape } from "./shape.ts";

test.each(["toString", "constructor", "__proto__", "hasOwnProperty", "Circle", ""])(
  "a geometry of the kind %j is none",
  (type) => {
    expect(readShape({ type, coordinates: [] })).toBeUndefined();
    expect(readShape({ type, coordinates: [116.4, 39.9] })).toBeUndefined();
  },
);
