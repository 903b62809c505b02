import type { Bilingual, Locale } from "../base/message.ts";

/** 0 done · 1 fault · 2 refused or not compliant · 64 wrong use. */
export type ExitCode = 0 | 1 | 2 | 64;

export const formats = ["text", "json", "md"] as const;
export type Format = (typeof formats)[number];

/** What a command has to say: data for programs, words for people, and how it ended. */
export type Outcome = {
  readonly exit: ExitCode;
  readonly json: unknown;
  readonly text: (locale: Locale) => string;
  readonly markdown?: (locale: Locale) => string;
};

/** What a command may know of the world that it was called from. */
export type Surroundings = {
  readonly locale: Locale;
  readonly format: Format;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Today in the city, "YYYY-MM-DD". */
  readonly today: () => string;
  /** Progress and warnings: never part of the answer. */
  readonly say: (message: Bilingual) => void;
  /** An answer before the last: of a command that goes on until it is stopped. */
  readonly tell: (outcome: Outcome) => void;
};

export type Options = Readonly<Record<string, string | boolean | undefined>>;

export type Argument = {
  readonly name: string;
  readonly means: Bilingual;
  readonly optional?: boolean;
  readonly many?: boolean;
};

export type Option = {
  /** As commander writes it: "--as-of <date>". */
  readonly flags: string;
  readonly means: Bilingual;
  readonly fallback?: string;
};

/** One word of the command line, or two ("corpus import"). */
export type Command = {
  readonly name: string;
  readonly means: Bilingual;
  readonly takes?: readonly Argument[];
  readonly options?: readonly Option[];
  readonly run: (call: Call) => Promise<Outcome>;
};

export type Call = {
  readonly words: readonly string[];
  readonly options: Options;
  readonly around: Surroundings;
};

/** A command that ended by a refusal: its sentence in both languages, and its code for programs. */
export function refusal(code: string, message: Bilingual, more: object = {}): Outcome {
  return {
    exit: 2,
    json: { problem: { code, message, ...more } },
    text: (locale) => `${code}: ${message[locale]}`,
  };
}

/**
 * A call that cannot be understood: the same shape as a refusal, with the exit code of wrong use.
 */
export const misuse = (code: string, message: Bilingual): Outcome => ({
  ...refusal(code, message),
  exit: 64,
});
