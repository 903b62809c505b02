import type { Words } from "../words.ts";
import type { marks as zh } from "../zh/marks.ts";

export const marks: Words<typeof zh> = {
  verdicts: { applies: "Applies", undecided: "Undecided", does_not_apply: "Does not apply" },
  forces: { must: "must", in_principle: "in principle", may: "may", advice: "advised" },
  seals: { registry: "登", map: "图", asked: "答", reported: "报", derived: "算" },
  sealMeans: {
    registry: "from the registry",
    map: "from the map",
    asked: "from an answer",
    reported: "stated by the implementer",
    derived: "worked out from other facts",
  },
  sealNames: {
    registry: "registry",
    map: "map",
    asked: "answer",
    reported: "stated",
    derived: "derived",
  },
  estimate: "estimate",
  estimated: "an estimate",
  unknown: "unknown",
  amountUnknown: "amount unknown",
  notApplicable: "not applicable",
  notApplicableBecause: "not applicable: {{reason}}",
  yes: "yes",
  no: "no",
  cite: "Source: {{label}}",
  standings: { full: "in force", pilot: "pilot", exploratory: "exploratory" },
  from: "since",
  otherSource: "{{source}} says {{value}}, not used",
};
