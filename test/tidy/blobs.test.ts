import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { paths, read, sizeOf } from "./sources.ts";

type Exception = { path: string; reason: string };

const exceptions = (parse(read("test/tidy/exceptions.yaml")) as { blobs: Exception[] }).blobs;
const limitBytes = 1_000_000;

const tooLarge = (files: readonly { path: string; bytes: number }[]): string[] =>
  files.filter(({ bytes }) => bytes > limitBytes).map(({ path, bytes }) => `${path}: ${bytes} B`);

describe("files", () => {
  test("are below 1 MB: a clone stays light", () => {
    const listed = new Set(exceptions.map(({ path }) => path));
    const files = paths()
      .filter((path) => !listed.has(path))
      .map((path) => ({ path, bytes: sizeOf(path) }));
    expect(tooLarge(files)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });

  test("have no exception that is not needed", () => {
    const idle = exceptions.filter(
      ({ path }) => !paths().includes(path) || sizeOf(path) <= limitBytes,
    );
    expect(idle).toEqual([]);
  });

  test("of 1,000,001 bytes are found", () => {
    expect(tooLarge([{ path: "a", bytes: 1_000_001 }])).toEqual(["a: 1000001 B"]);
    expect(tooLarge([{ path: "a", bytes: 1_000_000 }])).toEqual([]);
  });
});
