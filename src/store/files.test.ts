import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeWhole } from "./atomic-file.ts";
import { readLockFile, takeLockFile } from "./lock-file.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

const folder = mkdtempSync(join(tmpdir(), "zhibu-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const content = new Uint8Array([1, 2, 3, 10, 255]);
const at = "2026-11-21T00:00:00Z";

describe("a sealed file", () => {
  const file = join(folder, "sealed");

  test("is read back whole", async () => {
    await writeSealed(file, { zhibu: "test", at, content });
    const read = await readSealed(file, "test");
    expect(read).toMatchObject({ state: "whole", seal: { at, bytes: 5 } });
    if (read.state === "whole") expect([...read.content]).toEqual([...content]);
  });

  test("is known as damaged when cut, changed or grown by one byte", async () => {
    const whole = readFileSync(file);
    const changed = Buffer.from(whole);
    changed[whole.length - 1] = 0;
    for (const bytes of [
      whole.subarray(0, -1),
      changed,
      Buffer.concat([whole, whole.subarray(0, 1)]),
    ]) {
      writeFileSync(file, bytes);
      expect(await readSealed(file, "test")).toEqual({ state: "damaged" });
    }
  });

  test.each([["{}\n"], ["not one\n"], ["{\n"], ["x".repeat(5_000)], [""]])(
    "is not taken for one when it says %j",
    async (text) => {
      writeFileSync(file, text);
      expect(await readSealed(file, "test")).toEqual({ state: "unknown" });
    },
  );

  test("that is not there is missing", async () => {
    expect(await readSealed(join(folder, "none"), "test")).toEqual({ state: "missing" });
  });
});

describe("a full disk", () => {
  test("is a fault with a clear sentence, and leaves no half-written file", async () => {
    const place = mkdtempSync(join(folder, "full-"));
    const file = join(place, "backup");
    // The kernel's own full device stands where the draft would be written.
    symlinkSync("/dev/full", `${file}.${process.pid}.draft`);
    await expect(writeWhole(file, content)).rejects.toMatchObject({
      name: "Fault",
      code: "disk_full",
      say: { zh: expect.stringContaining("磁盘已满"), en: expect.stringContaining("disk is full") },
    });
    expect(readdirSync(place)).toEqual([]);
  });
});

describe("a lock file, where there are no abstract sockets", () => {
  const file = join(folder, "zhibu.lock");

  test("holds until it is released", async () => {
    const first = await takeLockFile(file, folder);
    expect(first.ok).toBe(true);
    expect(await takeLockFile(file, folder)).toEqual({
      ok: false,
      refusal: { code: "folder_in_use", folder, pid: process.pid, url: null },
    });
    if (!first.ok) return;
    first.value.announce("http://127.0.0.1:1");
    expect(readLockFile(file)).toEqual({ pid: process.pid, url: "http://127.0.0.1:1" });
    await first.value.release();
    expect(readLockFile(file)).toBeUndefined();
  });

  test("of a process that is gone is void", async () => {
    writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, url: null }));
    const taken = await takeLockFile(file, folder);
    expect(taken.ok).toBe(true);
    if (taken.ok) await taken.value.release();
  });
});
