const digits = "一二三四五六七八九十";

/** Reads a Chinese ordinal up to 99: 十六 is 16. */
export function readOrdinal(text: string): number {
  const ten = text.indexOf("十");
  if (ten < 0) return digits.indexOf(text) + 1;
  const tens = ten === 0 ? 1 : digits.indexOf(text.slice(0, ten)) + 1;
  const ones = text.slice(ten + 1);
  return tens * 10 + (ones === "" ? 0 : digits.indexOf(ones) + 1);
}

/** How a line that numbers something begins: 第三章, 第二节, 四、, （五）, 6. */
export type Numbered = {
  readonly mark: "chapter" | "section" | "comma" | "bracket" | "digit";
  readonly ordinal: number;
  /** The line behind its number. */
  readonly rest: string;
};

const marks = [
  ["chapter", /^第([一二三四五六七八九十]{1,3})章\s*/],
  ["section", /^第([一二三四五六七八九十]{1,3})节\s*/],
  ["comma", /^([一二三四五六七八九十]{1,3})、\s*/],
  ["bracket", /^[（(]\s*([一二三四五六七八九十]{1,3})\s*[）)]\s*/],
] as const;

const digit = /^(\d{1,3})[.．、](?!\d)\s*/;

/** The number that a line begins with, or nothing. */
export function numberOf(line: string): Numbered | undefined {
  for (const [mark, pattern] of marks) {
    const found = pattern.exec(line);
    if (!found) continue;
    return { mark, ordinal: readOrdinal(found[1] ?? ""), rest: line.slice(found[0].length) };
  }
  const found = digit.exec(line);
  if (!found) return undefined;
  return { mark: "digit", ordinal: Number(found[1]), rest: line.slice(found[0].length) };
}

const alone = /^[一二三四五六七八九十]{1,3}$/;

/** The ordinal of a line that is nothing but one. */
export const ordinalAlone = (line: string): number | undefined =>
  alone.test(line) ? readOrdinal(line) : undefined;
