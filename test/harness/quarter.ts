import { loadCity, readGround, type LoadResult } from "../../src/land/index.ts";
import type { Db } from "../../src/store/db.ts";
import { beijing } from "./ground.ts";

/** Loads the demonstration quarter, as the first start of the program does. */
export async function loadQuarter(db: Db): Promise<LoadResult> {
  const ground = await readGround(beijing);
  const loaded = await loadCity(db, { ground, size: "quarter", seed: "1" });
  if (!loaded.ok) throw new Error(loaded.refusal.code);
  return loaded.value;
}
