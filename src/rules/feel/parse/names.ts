import { ContextTracker, type InputStream } from "@lezer/lr";
import { normalizeContextKey, parser } from "lezer-feel";
import { limits } from "../limits.ts";

/** What lezer-feel's tokenizers ask: the words of the name that is being read, and all names. */
type Reading = {
  readonly tokens: readonly string[];
  readonly contextCache: () => Known;
};

/** Names, as words with one space between, and every beginning of one. */
type Known = {
  readonly keys: Set<string>;
  readonly prefixes: Set<string>;
  /** A name was met that is not learnt: what follows could be read otherwise than it is meant. */
  isOverfull: boolean;
};

/** The length of the longest name that is learnt. */
const mostCharacters = 400;

function learn(known: Known, name: string): void {
  const words = normalizeContextKey(name.slice(0, mostCharacters));
  // One word is a name without being known, and may be a word of the grammar elsewhere.
  if (!words.includes(" ") || known.keys.has(words)) return;
  const isLong = name.length > mostCharacters || words.split(" ").length >= limits.wordsOfName;
  if (isLong || known.keys.size >= limits.names) {
    known.isOverfull = true;
    return;
  }
  known.keys.add(words);
  for (let end = 1; end <= words.length; end++) known.prefixes.add(words.slice(0, end));
}

const termsNamed = (...names: readonly string[]): ReadonlySet<number> =>
  new Set(parser.nodeSet.types.filter(({ name }) => names.includes(name)).map(({ id }) => id));

const words = termsNamed("Identifier");
const declared = termsNamed("Name", "PropertyName");
const used = termsNamed("VariableName", "PathName");
const literals = termsNamed("StringLiteral");

type Tracking = {
  readonly tracker: ContextTracker<Reading>;
  readonly isOverfull: () => boolean;
};

/**
 * Follows the names that a text declares, so that names with spaces and signs are read as one. A
 * name is known from its declaration to the end of the text: lezer-feel's own tracker also follows
 * scopes and values, and takes quadratic time and memory for it.
 */
export function trackNames(names: Iterable<string>): Tracking {
  const known: Known = { keys: new Set(), prefixes: new Set(), isOverfull: false };
  for (const name of names) learn(known, name);
  const contextCache = (): Known => known;
  const nothing: Reading = { tokens: [], contextCache };

  const withWord = (reading: Reading, word: string): Reading =>
    reading.tokens.length < limits.wordsOfName
      ? { tokens: [...reading.tokens, word], contextCache }
      : reading;

  const tracker = new ContextTracker<Reading>({
    start: nothing,
    strict: false,
    reduce: (reading, term, ...[stack, input]) => {
      if (words.has(term)) return withWord(reading, textOf(input, stack.pos));
      if (declared.has(term)) {
        learn(known, reading.tokens.join(" "));
        return nothing;
      }
      return used.has(term) || literals.has(term) ? nothing : reading;
    },
  });
  return { tracker, isOverfull: () => known.isOverfull };
}

/** The text from where the stream stands: what has just been reduced. */
const textOf = (input: InputStream, end: number): string =>
  (input as unknown as { read: (from: number, to: number) => string }).read(input.pos, end).trim();
