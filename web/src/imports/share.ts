import { figure } from "../marks/format.ts";

/** A share in per cent; never 100 where something misses, nor 0 where something hits. */
export function shareText(share: number): string {
  if (share > 0.9999 && share < 1) return "> 99.99%";
  if (share > 0 && share < 0.0001) return "< 0.01%";
  return `${figure(share * 100, { max: 2 })}%`;
}
