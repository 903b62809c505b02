import type { Words } from "../words.ts";
import type { conflicts as zh } from "../zh/conflicts.ts";

export const conflicts: Words<typeof zh> = {
  title: "Conflict check",
  tabs: "What to see",
  canDo: "What can be done",
  fileName: "Conflict check",
  forms: {
    docx: "Word",
    pdf: "PDF",
    xlsx: "Excel",
    csv: "CSV",
  },
  answers: {
    barred: "A bottom line",
    conditions: "On conditions",
    listed: "A list is barred",
    advice: "Guided",
    clear: "Clear",
    unknown: "Not known",
  },
  means: {
    barred: "A rigid layer lies here, or a clause forbids it.",
    conditions: "What meets the conditions and demands is admitted.",
    listed: "What is not on the list is possible.",
    advice: "No hard limit, but a direction.",
    clear: "No layer that speaks is met.",
    unknown: "Nothing is met, but some layers do not cover the place.",
  },
  stricterUnknown:
    "{{count}} layers may be stricter: they do not cover the place, or name no class.",
  unknown: "{{count}} layers do not cover the place and are not judged",
  levels: {
    "1": "rigid",
    "2": "on conditions",
    "3": "barred list",
    advice: "guidance",
    none: "no demand",
  },
  relations: {
    overlaps: "overlaps",
    reached: "in reach",
    near: "near",
    clear: "none in sight",
    unknown: "not covered",
  },
  area: "{{area}} m² overlap, {{percent}} %",
  length: "{{metres}} m inside",
  reached: "In reach, {{metres}} m away",
  touched: "It lies inside",
  stated: "The layer does not cover the place: as was stated",
  distance: "{{metres}} m away",
  basis: "Level by {{citation}}",
  noBasis: "The level is set by this system; no clause is cited",
  givesWay: "Gives way to {{layer}} by {{citation}}",
  missing: "Still missing: {{facts}}",
  quiet: "{{count}} layers not met",
};
