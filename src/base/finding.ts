import type { Bilingual } from "./message.ts";

/** How much a finding matters: all is well, somebody should look, somebody must act now. */
export type FindingLevel = "good" | "notice" | "bad";

/** One thing that was looked at: what was found, and what to do where it is not good. */
export type Finding = {
  readonly code: string;
  readonly level: FindingLevel;
  readonly said: Bilingual;
  readonly todo?: Bilingual;
};

/** Whoever can look at something. */
export type HealthSource = {
  readonly name: string;
  look(): Promise<readonly Finding[]>;
};
