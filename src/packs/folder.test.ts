import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadPack } from "./folder.ts";

const manifest = `id: city
version: 2026-01-01
language: 1
extends: []
title: { zh: 城, en: City }
zone: Asia/Shanghai
crs: EPSG:4548
`;

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "packs-"));
  await mkdir(join(folder, "city", "facts"), { recursive: true });
  await writeFile(join(folder, "city", "pack.yaml"), manifest);
});
afterEach(() => rm(folder, { recursive: true }));

async function findings(id = "city", where = folder): Promise<string[]> {
  const read = await loadPack(where, id);
  return read.ok ? [] : read.refusal.map((one) => `${one.code} ${one.file.replace(where, "")}`);
}

describe("a folder of packs", () => {
  test("gives the pack that is asked for", async () => {
    const read = await loadPack(folder, "city");
    expect(read.ok && read.value.manifest.id).toBe("city");
  });

  test("names a file that is not UTF-8", async () => {
    await writeFile(join(folder, "city", "terms.yaml"), Buffer.from([0xc4, 0xe3]));
    expect(await findings()).toEqual(["file_not_utf8 /city/terms.yaml"]);
  });

  test("names a file too large to be read", async () => {
    await writeFile(join(folder, "city", "terms.yaml"), Buffer.alloc(4_000_001, 0x20));
    expect(await findings()).toEqual(["file_too_large /city/terms.yaml"]);
  });

  test("says that it cannot be read", async () => {
    expect(await findings("city", join(folder, "nowhere"))).toEqual([
      "folder_unreadable ",
      "pack_missing city/pack.yaml",
    ]);
  });

  test("says that the pack is not there", async () => {
    expect(await findings("town")).toEqual(["pack_missing town/pack.yaml"]);
  });
});
