import type { Bilingual } from "../../base/message.ts";
import { invariant } from "../../base/invariant.ts";
import { shuffled, type Draws } from "./draw.ts";
import type { Street } from "./extent.ts";
import type { Use } from "./uses.ts";

/** Names of nothing real: a word of the loom and a word of good omen. */
const firsts = {
  织: "Zhi",
  锦: "Jin",
  纺: "Fang",
  梭: "Suo",
  经: "Jing",
  纬: "Wei",
  缕: "Lü",
  棉: "Mian",
  罗: "Luo",
  绣: "Xiu",
  缎: "Duan",
  绫: "Ling",
  纱: "Sha",
  丝: "Si",
  线: "Xian",
  麻: "Ma",
} as const;
const seconds = {
  安: "an",
  和: "he",
  泰: "tai",
  福: "fu",
  康: "kang",
  宁: "ning",
  华: "hua",
  光: "guang",
  春: "chun",
  桥: "qiao",
  塔: "ta",
  林: "lin",
  泉: "quan",
  石: "shi",
} as const;

const pool: readonly Bilingual[] = Object.entries(firsts).flatMap(([first, start]) =>
  Object.entries(seconds).map(([second, end]) => ({ zh: first + second, en: start + end })),
);

/** A word of the pool as drawn; unlike the names of a block, it may come again elsewhere. */
export const wordFor = (draws: Draws): Bilingual => draws.pick(pool);

const suffixes: Readonly<Record<Use, Bilingual>> = {
  yards: { zh: "胡同", en: "Hutong" },
  old_slabs: { zh: "新村", en: "Workers' Village" },
  mid_slabs: { zh: "里", en: "Li" },
  new_slabs: { zh: "家园", en: "Homes" },
  towers: { zh: "园", en: "Court" },
  offices: { zh: "大厦", en: "Plaza" },
  mall: { zh: "商场", en: "Mall" },
  school: { zh: "学校", en: "School" },
  library: { zh: "图书馆", en: "Library" },
  hospital: { zh: "医院", en: "Hospital" },
  hotel: { zh: "宾馆", en: "Hotel" },
  market: { zh: "市场", en: "Market" },
  park: { zh: "公园", en: "Park" },
  reserve: { zh: "留白地", en: "Reserve" },
  works: { zh: "纺织厂", en: "Textile Works" },
  arena: { zh: "体育中心", en: "Sports Centre" },
};

const streetSuffix = ({ rank, runs }: Street): Bilingual => {
  if (rank === "arterial")
    return runs === "east" ? { zh: "大街", en: "Avenue" } : { zh: "大路", en: "Boulevard" };
  return runs === "east" ? { zh: "街", en: "Street" } : { zh: "路", en: "Road" };
};

const join = (word: Bilingual, suffix: Bilingual): Bilingual => ({
  zh: word.zh + suffix.zh,
  en: `${word.en} ${suffix.en}`,
});

export type Names = {
  readonly ofCell: (id: string, use: Use) => Bilingual;
  readonly ofStreet: (street: Street) => Bilingual;
  readonly spare: (index: number) => Bilingual;
};

/** Hands out names: no two streets share one, and no two cells of one use do. */
export function namesFor(
  ids: { cells: readonly string[]; streets: readonly string[] },
  seed: string,
): Names {
  const words = shuffled(pool, ({ zh }) => zh, seed);
  const ranks = (list: readonly string[]): Map<string, number> =>
    new Map([...list].sort().map((id, index) => [id, index]));
  const [cells, streets] = [ranks(ids.cells), ranks(ids.streets)];
  invariant(Math.max(cells.size, streets.size) <= words.length - 8, "there are names enough");
  const word = (index: number): Bilingual => words[index % words.length]!;
  return {
    ofCell: (id, use) => join(word(cells.get(id) ?? 0), suffixes[use]),
    ofStreet: (street) =>
      join(word(words.length - 9 - (streets.get(street.id) ?? 0)), streetSuffix(street)),
    spare: (index) => word(words.length - 1 - index),
  };
}
