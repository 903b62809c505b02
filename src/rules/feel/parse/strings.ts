const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "'": "'",
  '"': '"',
  "\\": "\\",
};

const escape = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g;

/**
 * The value of a string literal with its quotes. A backslash before a sign that it does not change
 * stands for itself, as patterns of regular expressions need it.
 */
export const unquote = (text: string): string => text.slice(1, -1).replace(escape, unescape);

function unescape(found: string, ...groups: readonly (string | undefined)[]): string {
  const [four, six, sign] = groups;
  if (four !== undefined) return String.fromCharCode(Number.parseInt(four, 16));
  const point = six === undefined ? undefined : Number.parseInt(six, 16);
  if (point !== undefined) return point > 0x10_ffff ? found : String.fromCodePoint(point);
  return escapes[sign ?? ""] ?? found;
}

/** A name with its spaces as the standard compares them: one between words, none at signs. */
export const normalName = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?([./\-'+*]) ?/g, "$1");
