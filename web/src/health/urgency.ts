import type { Finding, Level } from "../api/health.ts";

const order: readonly Level[] = ["bad", "notice", "good"];

/** The findings by urgency; those of one level stay in the order in which they came. */
export const byUrgency = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));

/** How many there are of each level, the worst first; levels without any are left out. */
export const countsOf = (findings: readonly Finding[]): { level: Level; count: number }[] =>
  order
    .map((level) => ({ level, count: findings.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0);
