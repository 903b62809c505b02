/** Functions of standard FEEL that rules do not have, and what a rule writes instead. */
const instead: Readonly<Record<string, string>> = {
  decimal: "round half up(x, step)",
  modulo: "x - floor(x, step)",
  is: "a = b",
  coincides: "a = b",
  "date and time": 'date("2024-12-31")',
  number: "a fact of the type quantity",
  "string length": "contains(text, word)",
  substring: "starts with(text, word)",
  "substring before": "contains(text, word)",
  "substring after": "contains(text, word)",
  matches: "contains(text, word)",
  "upper case": "text in (word, word)",
  "lower case": "text in (word, word)",
  "years and months duration": "full months(from, to)",
  "day of week": "next working day(date)",
};

const without = [
  ...["string", "replace", "split", "string join", "odd", "even", "median", "mode", "product"],
  ...["append", "concatenate", "insert before", "remove", "reverse", "index of", "union"],
  ...["distinct values", "flatten", "sort", "sublist", "duplicate values", "list replace"],
  ...["get value", "get entries", "context", "context put", "context merge", "range", "meets"],
  ...["met by", "overlaps", "overlaps before", "overlaps after", "finishes", "finished by"],
  ...["starts", "started by", "day of year", "week of year", "month of year", "get or else"],
];

/** Functions that read the clock. */
export const clocks: ReadonlySet<string> = new Set(["now", "today"]);

/** Functions whose results are not exact. */
export const irrational: ReadonlySet<string> = new Set([
  ...["sqrt", "exp", "log", "power", "sin", "cos", "tan", "stddev", "random number"],
]);

export const isUnsupported = (name: string): boolean => without.includes(name);

export const insteadOf = (name: string): string | undefined =>
  Object.hasOwn(instead, name) ? instead[name] : undefined;
