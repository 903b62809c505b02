import { invariant } from "../base/invariant.ts";
import type { Driver } from "./driver.ts";

const drivers = new WeakMap<object, Driver>();

/** Remembers what a database speaks through. */
export const keepDriver = (db: object, driver: Driver): void => void drivers.set(db, driver);

/**
 * What a database speaks through, for the few inside the store that run another's SQL text or hold
 * a transaction of their own. Rooms have `Db` and `Tx`.
 */
export function driverOf(db: object): Driver {
  const driver = drivers.get(db);
  invariant(driver, "a database was opened by openDb");
  return driver;
}
