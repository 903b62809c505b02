import { Fault } from "../base/fault.ts";
import { en } from "./messages.en.ts";
import { zh, type StoreFaultCode } from "./messages.zh.ts";

const retryAfterSeconds: Readonly<Record<StoreFaultCode, number>> = {
  database_timeout: 5,
  database_busy: 5,
  database_unavailable: 10,
  disk_full: 60,
  read_only: 30,
  snapshot_damaged: 60,
};

/** A fault of the database or its disk, with a sentence for the person who waits. */
export function storeFault(code: StoreFaultCode, cause?: unknown): Fault {
  const say = { zh: zh.faults[code], en: en.faults[code] };
  return new Fault(code, say.en, { cause, retryAfterSeconds: retryAfterSeconds[code], say });
}
