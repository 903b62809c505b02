import type { Fate, FileFigures } from "../files.ts";
import { row, type Section } from "../report.ts";
import { isWhole, type ImportKill } from "./kills.ts";

const plain = (text: string): string => text.replaceAll(/[`|<>\n\r\uFEFF]+/g, " ").trim();

const fateLines = (fates: readonly Fate[]): string[] => [
  "Beside each file a small question is asked every 50 ms; memory is that of the whole process.",
  "",
  "| file | MB | s | answer | longest answer beside | told to come again | most memory so far |",
  "| --- | --- | --- | --- | --- | --- | --- |",
  ...fates.map(({ name, mb, seconds, code, isDue, beside, peakMb }) =>
    row(
      name,
      mb.toFixed(1),
      seconds.toFixed(1),
      isDue ? code : `**${code}**`,
      `${beside.worstMs} ms`,
      `${beside.turnedAway} of ${beside.asked}`,
      `${peakMb} MB`,
    ),
  ),
  "",
];

const killLines = (kills: readonly ImportKill[]): string[] => [
  "| an import of 60,000 points | rows before | found | at the end | state | taken up after |",
  "| --- | --- | --- | --- | --- | --- |",
  ...kills.map((one) =>
    row(
      isWhole(one) ? one.at : `**${one.at}**`,
      ...[one.before, one.found, one.after, one.state],
      `${(one.takenUpMs / 1_000).toFixed(1)} s`,
    ),
  ),
];

/** What became of each file, and of imports in whose middle the server was killed. */
export function fileSection(engine: string, { fates, kills, trail }: FileFigures): Section {
  const odd = fates.filter(({ isDue }) => !isDue);
  const halves = kills.filter((one) => !isWhole(one));
  return {
    title: `Large and hostile files, kill -9, through the server, ${engine}`,
    isBroken: odd.length + halves.length > 0 || !trail.isSound,
    lines: [
      ...(fates.length > 0 ? fateLines(fates) : []),
      ...(kills.length > 0 ? killLines(kills) : []),
      "",
      `\`zhibu db verify\`: ${trail.isSound ? "sound" : `**${plain(trail.text)}**`}`,
      ...odd.map(({ name, told }) => `- ${name}: ${plain(told).slice(0, 300)}`),
    ],
  };
}
