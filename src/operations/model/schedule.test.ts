import { describe, expect, test } from "vitest";
import { fileNameAt, slotOf, tooMany, type Schedule } from "./schedule.ts";

const at = (text: string): Date => new Date(text);
const nightly: Schedule = { kind: "daily", minutes: 150, zone: "Asia/Shanghai" };

describe("the schedule of backups", () => {
  test("has one turn a day, from its time of the city on", () => {
    expect(slotOf(nightly, at("2026-11-20T18:29:59Z"))).toBe("day-2026-11-20");
    expect(slotOf(nightly, at("2026-11-20T18:30:00Z"))).toBe("day-2026-11-21");
    expect(slotOf(nightly, at("2026-11-21T18:29:59Z"))).toBe("day-2026-11-21");
  });

  test("has one turn every so many hours", () => {
    const schedule: Schedule = { kind: "hourly", hours: 6 };
    const slots = ["00:00", "05:59", "06:00"].map((time) =>
      slotOf(schedule, at(`2026-11-21T${time}:00Z`)),
    );
    expect([slots[0] === slots[1], slots[1] === slots[2]]).toEqual([true, false]);
  });

  test("never has a turn twice when the clock is set back an hour", () => {
    const before = slotOf(nightly, at("2026-11-20T19:00:00Z"));
    const taken = new Set([before, slotOf(nightly, at("2026-11-20T18:00:00Z"))]);
    expect([...taken]).toEqual(["day-2026-11-21", "day-2026-11-20"]);
    expect(taken.has(slotOf(nightly, at("2026-11-20T18:40:00Z")))).toBe(true);
  });

  test("has its next turn early, once, when the clock jumps ahead an hour", () => {
    expect(slotOf(nightly, at("2026-11-20T17:40:00Z"))).toBe("day-2026-11-20");
    expect(slotOf(nightly, at("2026-11-20T18:40:00Z"))).toBe("day-2026-11-21");
  });
});

describe("the backups that are kept", () => {
  const names = ["2026-11-19", "2026-11-20", "2026-11-21"].map((day) =>
    fileNameAt(at(`${day}T02:30:00Z`)),
  );

  test("are the newest", () => {
    expect(tooMany(names, 2)).toEqual([names[0]]);
    expect(tooMany(names, 3)).toEqual([]);
  });

  test("do not count files of other names, nor drop them", () => {
    expect(tooMany([...names, "zhibu-important.zhibu", "notes.txt"], 1)).toEqual([
      names[1],
      names[0],
    ]);
  });
});
