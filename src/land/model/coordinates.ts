import type { Bilingual } from "../../base/message.ts";
import { choices, degreesOf, titleOfChoice } from "./files/systems.ts";
import type { LonLat } from "./projection.ts";

/** A position that somebody wrote, as one of the systems would have it read. */
export type WrittenPosition = { readonly system: Bilingual; readonly at: LonLat };

const sexagesimal =
  /(\d{1,3})[°度]\s*(?:(\d{1,2}(?:\.\d+)?)[′'分]\s*)?(?:(\d{1,2}(?:\.\d+)?)[″"秒]\s*)?/g;

const angles = (words: string): number[] =>
  [...words.matchAll(sexagesimal)].map(
    ([, degrees, minutes = "0", seconds = "0"]) =>
      Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600,
  );

const pair = /^\s*(\d+(?:\.\d+)?)°?\s*[,;\s]\s*(\d+(?:\.\d+)?)°?\s*$/;

/** The two numbers of a text that holds nothing else but names of axes and signs of degrees. */
function twoNumbers(words: string): readonly [number, number] | undefined {
  const text = words
    .normalize("NFKC")
    .replace(/[，、；]/g, ",")
    .replace(/东经|北纬|[XYxyEN]\s*[=:]?/g, " ");
  const plain = pair.exec(text);
  if (plain) return [Number(plain[1]), Number(plain[2])];
  const [a, b, ...more] = angles(text);
  const rest = text.replace(sexagesimal, "").replace(/[\s,;]/g, "");
  return a === undefined || b === undefined || more.length > 0 || rest ? undefined : [a, b];
}

/** Positions nearer than this are one: systems differ by less than anybody sees. */
const sameDegrees = 2e-6;

const isSame = ([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): boolean =>
  Math.abs(lon - otherLon) < sameDegrees && Math.abs(lat - otherLat) < sameDegrees;

/**
 * Where a text may point to, by each national system and either order of the axes, the usual first;
 * only what lies where the asker looks is told.
 */
export function readPositions(words: string, isInCity: (at: LonLat) => boolean): WrittenPosition[] {
  const numbers = twoNumbers(words);
  if (!numbers) return [];
  const found: WrittenPosition[] = [];
  for (const choice of choices) {
    const [lon, lat] = degreesOf(choice, numbers);
    const at: LonLat = [lon, lat];
    if (!isInCity(at) || found.some((other) => isSame(other.at, at))) continue;
    found.push({ system: titleOfChoice(choice), at });
  }
  return found;
}
