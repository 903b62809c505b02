import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { invariant } from "../../src/base/invariant.ts";

/** A Word file as a reader finds it: the text of its body and of what stands over each page. */
export type WordText = { readonly body: string; readonly header: string; readonly files: string[] };

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

const tag = /<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g;

/** The text between the tags, of XML of which every tag is closed in its order. */
function xmlText(xml: string): string {
  const open: string[] = [];
  const rest = xml.replace(/<\?[^?]*\?>/, "").replace(tag, (...[, end, name, self]: string[]) => {
    if (end) invariant(open.pop() === name, `${name} closes what is open`);
    else if (!self) open.push(name ?? "");
    return name === "w:p" && end ? "\n" : "";
  });
  invariant(open.length === 0 && !/[<>]/.test(rest), "every tag is read and closed");
  return rest.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
}

export function readWord(bytes: Uint8Array): WordText {
  const files = unzipSync(bytes);
  const textOf = (name: string): string => {
    const file = files[name];
    invariant(file, `a Word file has ${name}`);
    return xmlText(strFromU8(file));
  };
  return {
    body: textOf("word/document.xml"),
    header: textOf("word/header1.xml"),
    files: Object.keys(files),
  };
}

type PdfObject = { readonly head: string; readonly stream: string };

/** The objects of a PDF by their numbers; streams are inflated where they are packed. */
function pdfObjects(text: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = found.index + found[0].length;
    const head = text.slice(from, text.indexOf("endobj", from)).split("stream\n", 1)[0] ?? "";
    const at = from + head.length + "stream\n".length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = Buffer.from(text.slice(at, at + length), "latin1");
    const packed = length > 0 && head.includes("/FlateDecode");
    objects.set(Number(found[1]), {
      head,
      stream: packed ? inflateSync(raw).toString("latin1") : raw.toString("latin1"),
    });
  }
  return objects;
}

const unicode = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

/** What a font's table says each glyph stands for. */
function glyphs(table: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, from = "0", members = ""] of table.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    const texts = [...members.matchAll(/<(\w*)>/g)].map(([, hex = ""]) => unicode(hex));
    texts.forEach((text, at) =>
      found.set((parseInt(from, 16) + at).toString(16).padStart(4, "0"), text),
    );
  }
  return found;
}

/** The characters that a page shows, in the order in which they are set. */
function shown(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  let text = "";
  for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\da-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? font;
    else text += (hex ?? "").replace(/..../g, (glyph) => font.get(glyph) ?? "\ufffd");
  }
  return text;
}

/** The text of each page of a PDF, as somebody copies it out of a reader. */
export function readPdf(bytes: Uint8Array): string[] {
  const objects = pdfObjects(Buffer.from(bytes).toString("latin1"));
  const fonts = new Map<string, Map<string, string>>();
  const heads = [...objects.values()].map(({ head }) => head);
  for (const [, name = "", number] of heads.join("\n").matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+)/.exec(objects.get(Number(number))?.head ?? "")?.[1];
    fonts.set(name, glyphs(objects.get(Number(table))?.stream ?? ""));
  }
  return heads
    .filter((head) => /\/Type \/Page\b/.test(head))
    .map((head) => {
      const content = /\/Contents (\d+)/.exec(head)?.[1];
      return shown(objects.get(Number(content))?.stream ?? "", fonts);
    });
}
