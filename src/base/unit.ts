import type { Bilingual } from "./message.ts";
import { divide, multiply, one, ratio, type Ratio } from "./ratio.ts";

/** Exponents of the base dimensions: an area is { metre: 2 }, a pure number is {}. */
export type Dimension = { readonly [base: string]: number };

export type Unit = {
  readonly dimension: Dimension;
  /** How many base units one of this unit is worth. */
  readonly factor: Ratio;
};

type Row = Unit & { readonly symbol: Bilingual };

/** The symbol is the same in both languages, or Chinese and English apart by a bar. */
const row = (dimension: Dimension, factor: Ratio, symbol: string): Row => {
  const [zh = "", en = zh] = symbol.split("|");
  return { dimension, factor, symbol: { zh, en } };
};

/**
 * The units that packs may name. Base units: metre, fen, month, day, working day, minute, and heads
 * of things. No month is a number of days, and no day a number of hours: what law counts in the one
 * is not counted in the other.
 */
const units: Readonly<Record<string, Row>> = {
  "1": row({}, one, ""),
  "%": row({}, ratio(1, 100), "%"),
  per_mille: row({}, ratio(1, 1000), "‰"),
  mm: row({ metre: 1 }, ratio(1, 1000), "毫米|mm"),
  m: row({ metre: 1 }, one, "米|m"),
  cm: row({ metre: 1 }, ratio(1, 100), "厘米|cm"),
  km: row({ metre: 1 }, ratio(1000), "公里|km"),
  m2: row({ metre: 2 }, one, "m²"),
  hm2: row({ metre: 2 }, ratio(10_000), "公顷|ha"),
  km2: row({ metre: 2 }, ratio(1_000_000), "km²"),
  mu: row({ metre: 2 }, ratio(2000, 3), "亩|mu"),
  m3: row({ metre: 3 }, one, "m³"),
  fen: row({ fen: 1 }, one, "分|fen"),
  yuan: row({ fen: 1 }, ratio(100), "元|yuan"),
  wan_yuan: row({ fen: 1 }, ratio(1_000_000), "万元|10⁴ yuan"),
  yi_yuan: row({ fen: 1 }, ratio(10_000_000_000), "亿元|10⁸ yuan"),
  months: row({ month: 1 }, one, "个月|months"),
  quarters: row({ month: 1 }, ratio(3), "个季度|quarters"),
  years: row({ month: 1 }, ratio(12), "年|years"),
  days: row({ day: 1 }, one, "天|days"),
  weeks: row({ day: 1 }, ratio(7), "周|weeks"),
  working_days: row({ working_day: 1 }, one, "个工作日|working days"),
  minutes: row({ minute: 1 }, one, "分钟|minutes"),
  hours: row({ minute: 1 }, ratio(60), "小时|hours"),
  households: row({ household: 1 }, one, "户|households"),
  storeys: row({ storey: 1 }, one, "层|storeys"),
  spaces: row({ space: 1 }, one, "个车位|parking spaces"),
  dwellings: row({ dwelling: 1 }, one, "套|dwellings"),
  beds: row({ bed: 1 }, one, "床|beds"),
  persons: row({ person: 1 }, one, "人|persons"),
  items: row({ item: 1 }, one, "项|items"),
};

/** What people write for a unit beside its symbol. */
const spellings: Readonly<Record<string, string>> = {
  ...{ "㎡": "m2", "m^2": "m2", 平方米: "m2", 平米: "m2", 亩: "mu", ha: "hm2", "hm²": "hm2" },
  ...{ 平方公里: "km2", 平方千米: "km2", 立方米: "m3", 千米: "km", kilometre: "km", metre: "m" },
  ...{ percent: "%", "％": "%", 百分之: "%", 月: "months", month: "months", year: "years" },
  ...{ 日: "days", day: "days", 自然日: "days", 工作日: "working_days", workdays: "working_days" },
  ...{ week: "weeks", 季度: "quarters", hour: "hours", minute: "minutes", 车位: "spaces" },
  ...{ rmb: "yuan", cny: "yuan", 人民币: "yuan", 亿: "yi_yuan", 万: "wan_yuan", floors: "storeys" },
  ...{ 层数: "storeys", 户数: "households", people: "persons", 套数: "dwellings", 床位: "beds" },
};

/** The unit that somebody means who writes its symbol or another of its names. */
export function meantUnit(text: string): string | undefined {
  const written = text.trim().toLowerCase();
  const known = Object.entries(units).find(([, { symbol }]) =>
    [symbol.zh, symbol.en].some((one) => one.toLowerCase() === written && one !== ""),
  );
  return Object.hasOwn(spellings, written) ? spellings[written] : known?.[0];
}

export const unitNames: readonly string[] = Object.keys(units);

/** Multiplies two dimensions; `sign` −1 divides. Exponents of zero vanish. */
export function combineDimensions(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const sum: Record<string, number> = { ...a };
  for (const [base, power] of Object.entries(b)) sum[base] = (sum[base] ?? 0) + sign * power;
  return Object.fromEntries(Object.entries(sum).filter(([, power]) => power !== 0));
}

/** Whether two quantities of these dimensions may be added or compared. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return Object.keys(combineDimensions(a, b, -1)).length === 0;
}

const unitNamed = (name: string): Row | undefined =>
  Object.hasOwn(units, name) ? units[name] : undefined;

/** Reads "m2", "%" or a quotient such as "m2/m2"; undefined when a part is no unit. */
export function parseUnit(text: string): Unit | undefined {
  const [first, ...rest] = text.split("/").map((part) => unitNamed(part.trim()));
  if (!first || rest.some((part) => !part)) return undefined;
  return rest.reduce<Unit>(
    (unit, part) =>
      part
        ? {
            dimension: combineDimensions(unit.dimension, part.dimension, -1),
            factor: divide(unit.factor, part.factor),
          }
        : unit,
    { dimension: first.dimension, factor: first.factor },
  );
}

/** The symbol to print after a figure; the text itself where the unit is composed. */
export function unitSymbol(text: string): Bilingual {
  return unitNamed(text)?.symbol ?? { zh: text, en: text };
}

/** The finest step that a case may state in this unit, as the dictionary's default. */
export function defaultQuantum(unit: string): Ratio {
  const known = parseUnit(unit);
  if (!known) return one;
  if (sameDimension(known.dimension, { metre: 1 })) return divide(ratio(1, 100), known.factor);
  if (unit === "mu") return ratio(1, 100);
  if (sameDimension(known.dimension, { metre: 2 })) return divide(ratio(1, 100), known.factor);
  if (sameDimension(known.dimension, { fen: 1 })) return divide(one, known.factor);
  if (unit === "%") return ratio(1, 100);
  if (sameDimension(known.dimension, {})) return ratio(1, 10_000);
  return one;
}

/** Converts a value stated in one unit into base units. */
export const toBase = (value: Ratio, unit: Unit): Ratio => multiply(value, unit.factor);
