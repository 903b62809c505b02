/** A text and the encoding that it was found in. */
export type ReadText = { readonly text: string; readonly encoding: string };

const decode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return undefined;
    throw cause;
  }
};

/** Text in UTF-8, with or without a mark, else in GBK, which most older Chinese files are in. */
export function readText(bytes: Uint8Array): ReadText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  }
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== undefined) return { text: utf8, encoding: "UTF-8" };
  const gbk = decode(bytes, "gb18030");
  if (gbk !== undefined) return { text: gbk, encoding: "GBK" };
  return { text: new TextDecoder("latin1").decode(bytes), encoding: "Latin-1" };
}

/** A text that any database keeps: half a sign and the sign of nothing are shown as such. */
export const keepable = (text: string): string => text.replace(/[\p{Surrogate}\0]/gu, "\ufffd");

export const isKept = (text: string): boolean => keepable(text) === text;

/** The name by which a decoder knows what a .cpg file says; undefined for what it does not. */
export function encodingNamed(word: string): string | undefined {
  const name = word.trim().toLowerCase();
  if (/^(utf-?8|65001)$/.test(name)) return "utf-8";
  if (/^(gbk|gb2312|gb18030|936|cp936|windows-936|oem ?936|ansi ?936)$/.test(name)) {
    return "gb18030";
  }
  if (/^(iso-?8859-?1|latin-?1|1252|cp1252|ansi ?1252)$/.test(name)) return "latin1";
  return undefined;
}
