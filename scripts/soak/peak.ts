import { existsSync, readFileSync } from "node:fs";

const kbPerMb = 1_024;

/** The most that a process held so far, in MB, as Linux counts it; 0 where it is gone. */
export function peakMbOf(pid: number | undefined): number {
  const file = `/proc/${pid}/status`;
  if (pid === undefined || !existsSync(file)) return 0;
  const [, kb = "0"] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, "utf8")) ?? [];
  return Math.round(Number(kb) / kbPerMb);
}
