import { join } from "node:path";
import { homeFolder } from "../../src/store/home.ts";

/** The folder of the shipped pack, for tests that need the real districts. */
export const beijing = join(homeFolder(), "packs", "beijing");
