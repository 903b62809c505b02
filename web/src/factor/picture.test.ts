import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { pictureOf } from "./picture.ts";

const scale = 4;

/** What a camera sees of the drawing: black squares on white. */
function seen({ path, side }: { path: string; side: number }) {
  const width = side * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const dark = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  for (const [x = 0, y = 0] of dark) {
    for (let at = 0; at < scale * scale; at += 1) {
      const [column, row] = [x * scale + (at % scale), y * scale + Math.floor(at / scale)];
      const start = (row * width + column) * 4;
      pixels.fill(0, start, start + 3);
    }
  }
  return { width, height: width, data: pixels };
}

test.each([
  "otpauth://totp/Zhibu:chen?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA&issuer=Zhibu",
  `otpauth://totp/Zhibu:${encodeURIComponent("林工@区局")}?secret=MZXW6YTBOI`,
])("a camera reads from the picture what was drawn: %s", (text) => {
  expect(decodeQR(seen(pictureOf(text)))).toBe(text);
});
