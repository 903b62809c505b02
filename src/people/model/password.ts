import { accept, refuse, type Decision } from "../../base/decision.ts";

/** Between these a password may be anything; nobody is made to mix letters, digits and signs. */
export const passwordLength = { min: 12, max: 128 } as const;

export type PasswordRefusal =
  | { code: "password_too_short"; length: number; min: number }
  | { code: "password_too_long"; length: number; max: number }
  | { code: "password_common" }
  | { code: "password_made_of_names" };

/** What is known of the password's owner, and of everybody's passwords. */
export type PasswordKnowledge = {
  /** The owner's names, and those of the organisation: what others try first. */
  readonly names: readonly string[];
  readonly isCommon: (password: string) => boolean;
};

/** What people put into a password when they need one quickly, longest first within a stem. */
const worst = [
  ...["administrator", "password", "passwort", "passwd", "passw", "passcode", "admin", "root"],
  ...["welcome", "letmein", "changeme", "default", "secret", "guest", "test", "user", "login"],
  ...["iloveyou", "monkey", "dragon", "sunshine", "princess", "football", "master", "shadow"],
  ...["woaini", "mima", "zhongguo", "china", "beijing", "zhibu", "密码", "北京", "我爱你", "织补"],
  ...["qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "asdfgh", "zxcvbn", "1qaz2wsx", "qazwsx"],
  ...["1q2w3e4r", "q1w2e3r4", "5201314", "1314520", "147258369", "abc", "aa", "dev", "demo"],
];

/** The owner must have added this many characters of their own to words that everybody tries. */
const leastOwn = 6;

const lookAlikes: Readonly<Record<string, string>> = { "@": "a", "4": "a", "0": "o", $: "s" };

/**
 * Decides whether a new password may be taken, as it was typed: only to be compared with what is
 * known are its signs written in one form. Pure: it is neither kept nor hashed here.
 */
export function decidePassword(
  password: string,
  knowledge: PasswordKnowledge,
): Decision<string, PasswordRefusal> {
  const length = [...password].length;
  const { min, max } = passwordLength;
  if (length < min) return refuse({ code: "password_too_short", length, min });
  if (length > max) return refuse({ code: "password_too_long", length, max });
  const text = password.normalize("NFKC").toLowerCase();
  if (knowledge.isCommon(text) || ownOf(text, worst) < leastOwn) {
    return refuse({ code: "password_common" });
  }
  const names = knowledge.names.flatMap(wordsOf);
  if (ownOf(text, [...worst, ...names]) < leastOwn) {
    return refuse({ code: "password_made_of_names" });
  }
  return accept(password);
}

/** The parts of a name that somebody would type: whole, and between its separators. */
function wordsOf(name: string): string[] {
  const text = name.normalize("NFKC").toLowerCase();
  const parts = [text, ...text.split(/[^\p{L}\p{N}]+/u)];
  return parts.filter((part) => part.length >= 2);
}

/** How many different characters of a text are left without known words, years and runs. */
function ownOf(text: string, words: readonly string[]): number {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const left = [text, lookAlike(text)].map((form) => {
    const bare = longestFirst.reduce((rest, word) => rest.replaceAll(word, " "), form);
    const own = withoutRuns(bare).replace(/(19|20)\d\d/g, " ");
    return new Set(own.replace(/[\s\p{P}\p{S}]/gu, "")).size;
  });
  return Math.min(...left);
}

const lookAlike = (text: string): string =>
  [...text].map((character) => lookAlikes[character] ?? character).join("");

/** Takes away runs of three or more whose characters follow each other: 1234, cba, aaaa. */
function withoutRuns(text: string): string {
  const characters = [...text];
  const step = (at: number): number =>
    (characters[at + 1]?.codePointAt(0) ?? Number.NaN) - (characters[at]?.codePointAt(0) ?? 0);
  const inRun = new Set<number>();
  for (let at = 0; at + 2 < characters.length; at += 1) {
    const first = step(at);
    if (Math.abs(first) > 1 || first !== step(at + 1)) continue;
    for (const member of [at, at + 1, at + 2]) inRun.add(member);
  }
  return characters.filter((_, at) => !inRun.has(at)).join("");
}
