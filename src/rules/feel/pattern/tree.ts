/** Whether a set has a code point. */
export type Test = (point: number) => boolean;

/** A regular expression in the flavour of XPath, as a tree. */
export type Pattern =
  | { readonly op: "one"; readonly test: Test }
  | { readonly op: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly op: "choice"; readonly parts: readonly Pattern[] }
  | { readonly op: "group"; readonly part: Pattern; readonly number: number | undefined }
  | {
      readonly op: "repeat";
      readonly part: Pattern;
      readonly least: number;
      readonly most: number | undefined;
      readonly isGreedy: boolean;
    }
  | { readonly op: "back"; readonly number: number }
  | { readonly op: "start" | "end" };

export type Flags = {
  /** s: a dot takes line ends too. */
  readonly isDotAll: boolean;
  /** m: ^ and $ stand at the ends of lines. */
  readonly isMultiline: boolean;
  /** i: letters that differ in case only are the same. */
  readonly isCaseless: boolean;
};

/** What a pattern cannot be: wrong by the flavour's grammar, or beyond what is read. */
export class PatternTrouble extends Error {
  override readonly name = "PatternTrouble";
  readonly code: "pattern_invalid" | "pattern_too_large" | "pattern_feature";

  constructor(code: "pattern_invalid" | "pattern_too_large" | "pattern_feature") {
    super(code);
    this.code = code;
  }
}
