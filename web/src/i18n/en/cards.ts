import type { Words } from "../words.ts";
import type { cards as zh } from "../zh/cards.ts";

export const cards: Words<typeof zh> = {
  title: "Practices",
  lede: "What places do that others may follow: where, how, and on which conditions. Some can be tried out; none of it is this city's law in force.",
  filters: "Filter practices",
  find: "Words of title, place, conditions",
  found: "{{count}} practices",
  noneYet: "The pack holds no practices yet",
  noneYetText: "Put a pack that holds practices into the folder packs and restart the server.",
  noMatch: "No such practice",
  compare: "Compare practices",
  canBeAsked: "Can be tried: does my project meet it?",
  conditions: "Conditions",
  asRules: "Written as rules",
  ask: "Does my project meet it?",
  cannotBeAsked: "This one gives no figures to reckon with; it is for reading.",
  emptyIsUnknown: "What is left empty is unknown.",
  answerIt: "Try it",
  reportField: "Link or number of a stored report",
  takeReport: "Take its facts",
  fromReport: "{{name}}: {{count}} facts of the report are of use",
  wouldSay: "By that place's way",
  meets: {
    applies: "meets it",
    undecided: "cannot be said yet",
    does_not_apply: "does not meet it",
  },
  missing: "Missing: {{names}}",
  notOurLaw: "It tells what that place would say, and changes nothing of this city's answer.",
};
