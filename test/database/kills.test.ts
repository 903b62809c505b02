import { expect, test } from "vitest";
import { embedded } from "../../scripts/soak/engine.ts";
import { kill } from "../../scripts/soak/kills.ts";

const patienceMs = 300_000;

test(
  "a server that is killed three times in the middle of writes loses none and doubles none",
  async () => {
    const engine = await embedded();
    try {
      const figures = await kill(engine, { kills: 3, seed: "zhibu" });
      expect(figures.kills).toBe(3);
      expect(figures.acknowledged).toBeGreaterThan(3);
      expect(figures.lost).toEqual([]);
      expect(figures.doubled).toBe(0);
      expect(figures.verified).toBe(3);
      expect(figures.unsound).toEqual([]);
    } finally {
      await engine.close();
    }
  },
  patienceMs,
);
