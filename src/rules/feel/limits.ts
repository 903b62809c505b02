/** What bounds the time and memory of one evaluation. Each has its own code when it is reached. */
export const limits = {
  /** The longest expression that is read, in UTF-16 units. */
  characters: 65_536,
  /** The deepest nesting of brackets that is read. */
  brackets: 64,
  /** The deepest tree that is evaluated; a chain of one operator counts a level a link. */
  levels: 250,
  /** The most names that the built-ins, the inputs and a text may declare together. */
  names: 5_000,
  /** The most words that one name may hold. */
  wordsOfName: 24,
  /** The steps of one evaluation: a node, an item, 64 characters, or a share of a long number. */
  steps: 1_000_000,
  /** The deepest nesting of evaluations, calls of lambdas and parts of compared values included. */
  depth: 1_000,
  /** The most binary digits of a number's numerator or denominator. */
  bits: 32_768,
  /** The longest text that is made, in UTF-16 units. */
  text: 1_000_000,
  /** The longest list that is made. */
  items: 100_000,
  /** The deepest nesting of a value that is written out. */
  written: 100,
  /** The most instructions of a compiled regular expression. */
  pattern: 4_000,
} as const;

/** The numbers of decimal128: what lies beyond is null. */
export const decimalExponent = { most: 6_145, least: -6_176 } as const;

/** The scales that rounding accepts: the exponents of decimal128. */
export const roundingScale = { least: -6_111, most: 6_176 } as const;

/** The significant digits of decimal128, to which numbers are written. */
export const writtenDigits = 34;

/** The significant digits to which irrational results are rounded. */
export const irrationalDigits = 42;

/** The largest year, before and after the common era, that a date may have. */
export const mostYear = 999_999_999;
