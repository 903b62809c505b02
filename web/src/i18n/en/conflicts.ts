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
    csv: "Table",
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
    barred: "A rigid layer lies here: in principle nothing is built.",
    conditions: "What meets the conditions is admitted.",
    listed: "What is not on the list is possible.",
    advice: "No hard limit, but a direction.",
    clear: "No layer that speaks is met.",
    unknown: "Nothing is met, but some layers do not cover the place.",
  },
  stricterUnknown: "{{count}} stricter layers do not cover the place and cannot be ruled out.",
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
  distance: "{{metres}} m away",
  givesWay: "Gives way to {{layer}} by {{citation}}",
  missing: "Still missing: {{facts}}",
  quiet: "{{count}} layers not met",
};
