import { accept, refuse, type Decision } from "../../../base/decision.ts";
import { chineseShare } from "./lines.ts";
import type { BytesRefusal } from "./refusals.ts";

/** The longest official text that is read; the longest known has 0.35 MB. */
export const limitBytes = 4 * 1024 * 1024;

/** How much of a file is looked at to tell what it is. */
const probeBytes = 64 * 1024;

const forms = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["ZIP, DOCX", [0x50, 0x4b, 0x03, 0x04]],
  ["DOC", [0xd0, 0xcf, 0x11, 0xe0]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["TIFF", [0x49, 0x49, 0x2a, 0x00]],
] as const;

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Bytes that are no UTF-8: another encoding of Chinese is told by reading Chinese in it. */
function otherEncoding(bytes: Uint8Array): BytesRefusal {
  const isWide = begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff]);
  if (isWide) return { code: "text_encoding_other", encoding: "UTF-16" };
  if (bytes.subarray(0, probeBytes).includes(0)) return { code: "text_is_no_text", form: "binary" };
  const text = decode(bytes, "gb18030");
  if (text === undefined || chineseShare(text) < 0.2) return { code: "text_encoding_unknown" };
  return { code: "text_encoding_other", encoding: "GBK" };
}

/** The text that bytes are, in UTF-8 and of a bounded size; or what they are instead. */
export function textOf(bytes: Uint8Array): Decision<string, BytesRefusal> {
  if (bytes.length > limitBytes) {
    return refuse({ code: "text_too_large", bytes: bytes.length, limitBytes });
  }
  const form = forms.find(([, start]) => begins(bytes, start))?.[0];
  if (form) return refuse({ code: "text_is_no_text", form });
  const text = decode(bytes, "utf-8");
  if (text === undefined) return refuse(otherEncoding(bytes));
  return text.slice(0, probeBytes).includes("\u0000")
    ? refuse({ code: "text_is_no_text", form: "binary" })
    : accept(text);
}
