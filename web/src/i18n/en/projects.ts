import type { Words } from "../words.ts";
import type { projects as zh } from "../zh/projects.ts";

export const projects: Words<typeof zh> = {
  title: "Projects",
  lede: "{{projects}} projects and {{themes}} area themes named by the special plan. What it does not say is unknown. Exploratory rules are not counted.",
  find: "Filter projects",
  noMatch: "No project contains “{{words}}”",
  clearFind: "Clear the filter",
  none: "No named projects yet",
  noneText: "The pack brings no list of projects.",
  caption: "Named projects and their verdicts",
  columns: {
    name: "Project",
    item: "Plan entry",
    applies: "Apply",
    undecided: "Undecided",
    not: "Do not",
    verdicts: "Verdicts",
    next: "Fact to find first",
  },
  nothingNext: "nothing left to ask",
  theme: "area theme",
  all: "All",
  onlyProjects: "Projects",
  onlyThemes: "Area themes",
  kindFilter: "Show",
  stated: "What the plan says",
  statedNone: "The plan only names it.",
  statedMeta: "From 〔{{label}}〕",
  unsaid: "the plan does not say",
  list: ", ",
};
