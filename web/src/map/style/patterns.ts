import type { Map } from "maplibre-gl";
import type { Palette } from "./palette.ts";

const ratio = 2;
type Pattern = { id: string; image: ImageData };

function canvas(width: number, height: number): CanvasRenderingContext2D {
  const element = document.createElement("canvas");
  element.width = width * ratio;
  element.height = height * ratio;
  const context = element.getContext("2d");
  if (!context) throw new Error("The browser draws no canvas.");
  context.scale(ratio, ratio);
  return context;
}

const imageOf = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);

/** Lines at 45° that meet at the tile's edges: undecided, unknown, reserved. */
function hatch(id: string, colour: string, size = 5): Pattern {
  const context = canvas(size, size);
  context.strokeStyle = colour;
  context.lineWidth = 1.1;
  context.beginPath();
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 1, size + 1);
    context.lineTo(shift + size + 1, -1);
  }
  context.stroke();
  return { id, image: imageOf(context) };
}

const watermarkSize = { width: 480, height: 340 };

/** The slanted words that say all over the map that it is not the real city. */
function watermark(words: string, palette: Palette): Pattern {
  const { width, height } = watermarkSize;
  const context = canvas(width, height);
  const serif = getComputedStyle(document.documentElement).getPropertyValue("--serif");
  context.font = `400 22px ${serif}`;
  context.letterSpacing = "6px";
  context.fillStyle = palette.ink;
  context.textAlign = "center";
  for (const [x, y] of [
    [width * 0.32, height * 0.3],
    [width * 0.72, height * 0.8],
  ] as const) {
    context.save();
    context.translate(x, y);
    context.rotate((-24 * Math.PI) / 180);
    context.fillText(words, 0, 0);
    context.restore();
  }
  return { id: "watermark", image: imageOf(context) };
}

/** Gives the map its drawn patterns, or redraws them in the colours of the other theme. */
export function setPatterns(map: Map, palette: Palette, words: string): void {
  const patterns = [
    hatch("hatch", palette["b-a"]),
    hatch("hatch-heritage", palette["r-core"], 6),
    hatch("hatch-line", palette["edge"], 7),
    watermark(words, palette),
  ];
  for (const { id, image } of patterns) {
    if (map.hasImage(id)) map.updateImage(id, image);
    else map.addImage(id, image, { pixelRatio: ratio });
  }
}
