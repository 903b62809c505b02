import type { Bilingual } from "../../base/message.ts";
import { divide, toDecimal, type Ratio } from "../../base/ratio.ts";
import { parseUnit, sameDimension, unitSymbol } from "../../base/unit.ts";
import type { Node, RuleIr } from "../ir.ts";
import { dateOfDay } from "./days.ts";
import type { End } from "./ends.ts";
import { notApplicableWord, truthWords, unknownWord } from "./messages.ts";
import { prove } from "./reference.ts";
import { factAt, stateIn, type Scope } from "./scope.ts";
import { isPoint, type Interval, type Value } from "./value.ts";

type Hole = NonNullable<RuleIr["because"]>["holes"][number];

const same = (text: string): Bilingual => ({ zh: text, en: text });
const digits = 6;

/** A pure quotient such as m²/m² needs no symbol; a percentage does. */
function symbolOf(unit: string | undefined): Bilingual {
  if (unit === undefined) return same("");
  const isPure = sameDimension(parseUnit(unit)?.dimension ?? {}, {});
  if (unit === "%") return same("%");
  if (isPure) return same("");
  const { zh, en } = unitSymbol(unit);
  return { zh: ` ${zh}`, en: ` ${en}` };
}

/** A figure in its unit, its digits grouped by three. */
function figureText(value: Ratio, unit: string | undefined): string {
  const factor = unit === undefined ? undefined : parseUnit(unit)?.factor;
  const [whole = "", part] = toDecimal(factor ? divide(value, factor) : value, digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function endText(end: End, hole: Hole): string {
  if (hole.node.type.kind === "date") return dateOfDay(Number(end.n));
  return figureText(end, hole.unit);
}

function rangeText(value: Interval, hole: Hole): Bilingual {
  const { zh, en } = symbolOf(hole.unit);
  const [min, max] = [value.min, value.max].map((end) => end.d !== 0n && endText(end, hole));
  if (isPoint(value)) return { zh: `${min}${zh}`, en: `${min}${en}` };
  if (min !== false && max !== false) return { zh: `${min}–${max}${zh}`, en: `${min}–${max}${en}` };
  if (max !== false) return { zh: `不超过 ${max}${zh}`, en: `at most ${max}${en}` };
  return unknownWord;
}

/** An option as the dictionary labels it, where the hole is a fact. */
function wordText(node: Node, word: string, scope: Scope): Bilingual {
  if (node.op !== "fact") return same(word);
  const { options } = factAt(scope.edition, node.fact).definition;
  return options?.find((option) => option.id === word)?.label ?? same(word);
}

/** The whole domain of a fact that nobody stated says nothing to a reader. */
const isUnstated = (node: Node, scope: Scope): boolean =>
  node.op === "fact" && stateIn(scope, node.fact).state === "unknown";

function holeText(hole: Hole, value: Value, scope: Scope): Bilingual {
  switch (value.kind) {
    case "number":
      return isUnstated(hole.node, scope) ? unknownWord : rangeText(value, hole);
    case "truth":
      if (value.truth === "N") return notApplicableWord;
      return value.truth === "U" ? unknownWord : truthWords[value.truth];
    case "words": {
      const [only, second] = [...(value.options ?? [])];
      if (only === undefined || second !== undefined) return unknownWord;
      return wordText(hole.node, only, scope);
    }
    case "list": {
      const words = [...value.certain].map((word) => wordText(hole.node, word, scope));
      const isKnown = value.possible?.size === value.certain.size;
      if (!isKnown) return unknownWord;
      return { zh: words.map(({ zh }) => zh).join("、"), en: words.map(({ en }) => en).join(", ") };
    }
    case "not_applicable":
      return notApplicableWord;
    case "undefined":
    case "open":
      return unknownWord;
  }
}

/** The rule's own sentence with its holes filled for one subject. */
export function fillBecause(rule: RuleIr, scope: Scope): Bilingual | undefined {
  if (!rule.because) return undefined;
  const filled = rule.because.holes.map((hole) => ({
    hole: `{${hole.name}}`,
    text: holeText(hole, prove(hole.node, scope).value, scope),
  }));
  let { zh, en } = rule.because.text;
  for (const { hole, text } of filled) {
    zh = zh.replaceAll(hole, () => text.zh);
    en = en.replaceAll(hole, () => text.en);
  }
  return { zh, en };
}
