import { meantUnit, unitNames } from "../../base/unit.ts";
import { nearest } from "./nearest.ts";

/** A unit that nobody knows, and the one that was meant: by its symbol, or by its letters. */
export const unknownUnit = (name: string): { name: string; nearest: string | undefined } => ({
  name,
  nearest: meantUnit(name) ?? nearest(name, unitNames),
});
