import type { Bilingual, Locale } from "../../base/message.ts";
import { divide, toDecimal, type Ratio } from "../../base/ratio.ts";
import { parseUnit, sameDimension, unitSymbol } from "../../base/unit.ts";
import type { Case } from "../case/model.ts";
import type { Node, RuleIr } from "../ir.ts";
import { dateOfDay } from "./days.ts";
import type { Edition } from "./edition.ts";
import type { End } from "./ends.ts";
import { factDecimal, figureDigits } from "./figures.ts";
import { notApplicableWord, truthWords, unknownWord } from "./messages.ts";
import { prove } from "./reference.ts";
import { factAt, scopeOf, stateIn, subjectAt, type Scope } from "./scope.ts";
import { isPoint, type Interval, type Value } from "./value.ts";

type Because = NonNullable<RuleIr["because"]>;
type Hole = Because["holes"][number];

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** A pure quotient such as m²/m² needs no symbol; a percentage does. */
function symbolOf(unit: string | undefined): Bilingual {
  if (unit === undefined) return same("");
  const isPure = sameDimension(parseUnit(unit)?.dimension ?? {}, {});
  if (unit === "%") return same("%");
  if (isPure) return same("");
  const { zh, en } = unitSymbol(unit);
  return { zh: ` ${zh}`, en: ` ${en}` };
}

/** A decimal, its whole digits grouped by three. */
function grouped(decimal: string): string {
  const [whole = "", part] = decimal.split(".");
  const sign = whole.startsWith("-") ? 1 : 0;
  let apart = whole;
  for (let at = whole.length - 3; at > sign; at -= 3) {
    apart = `${apart.slice(0, at)},${apart.slice(at)}`;
  }
  return part === undefined ? apart : `${apart}.${part}`;
}

/** A figure in its unit. */
function figureText(value: Ratio, unit: string | undefined): string {
  const factor = unit === undefined ? undefined : parseUnit(unit)?.factor;
  return grouped(toDecimal(factor ? divide(value, factor) : value, figureDigits));
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

/** Where a rule's sentence is filled in. */
type Place = { readonly edition: Edition; readonly facts: Case; readonly subject: number };

/** The text of one hole. */
type Fill = (place: Place) => Bilingual;

/** A sentence cut at its holes: texts as they stand, and positions of what is filled in. */
type Sentence = {
  readonly zh: readonly (string | number)[];
  readonly en: readonly (string | number)[];
  readonly fills: readonly Fill[];
};

const sentences = new WeakMap<Edition["stretch"], Map<RuleIr, Sentence>>();

function sentenceOf(rule: RuleIr, because: Because, { stretch }: Edition): Sentence {
  const shelf = sentences.get(stretch) ?? new Map<RuleIr, Sentence>();
  sentences.set(stretch, shelf);
  const known = shelf.get(rule);
  if (known) return known;
  const places = new Map(because.holes.map(({ name }, at) => [`{${name}}`, at]));
  const cut = (text: string) => text.split(/(\{[^{}]*\})/).map((part) => places.get(part) ?? part);
  const { zh, en } = because.text;
  const fills = because.holes.map((hole) => fillOf(rule, hole));
  const made = { zh: cut(zh), en: cut(en), fills };
  shelf.set(rule, made);
  return made;
}

function fillOf(rule: RuleIr, hole: Hole): Fill {
  const exactly: Fill = ({ edition, facts, subject }) => {
    const scope = scopeOf(edition, facts, { level: rule.level, subject });
    return holeText(hole, prove(hole.node, scope).value, scope);
  };
  if (hole.node.op === "parameter") return always(exactly);
  return hole.node.op === "fact"
    ? statedFill(rule, { hole, fact: hole.node.fact }, exactly)
    : exactly;
}

/** A figure of the law is the same for every case of a stretch of days. */
function always(fill: Fill): Fill {
  let made: Bilingual | undefined;
  return (place) => (made ??= fill(place));
}

type Stating = { readonly hole: Hole; readonly fact: number };

/** A known quantity is told without exact ratios where a double prints all its digits. */
function statedFill({ level: own }: RuleIr, { hole, fact }: Stating, exactly: Fill): Fill {
  const { zh, en } = symbolOf(hole.unit);
  return (place) => {
    const found = factAt(place.edition, fact);
    const subject = found.level === own ? place.subject : 0;
    const stated = subjectAt(place.facts, found.level, subject).facts.get(fact);
    if (stated?.state !== "known" || typeof stated.value !== "number") return exactly(place);
    const text = found.definition.unit === hole.unit ? factDecimal(found)(stated.value) : undefined;
    if (text === undefined) return exactly(place);
    const told = grouped(text);
    return { zh: told + zh, en: told + en };
  };
}

/** The rule's own sentence with its holes filled for one subject. */
export function fillBecause(rule: RuleIr, place: Place): Bilingual | undefined {
  if (!rule.because) return undefined;
  const { zh, en, fills } = sentenceOf(rule, rule.because, place.edition);
  const texts = fills.map((fill) => fill(place));
  return { zh: joined(zh, texts, "zh"), en: joined(en, texts, "en") };
}

function joined(parts: Sentence["zh"], texts: readonly Bilingual[], locale: Locale): string {
  let text = "";
  for (const part of parts) text += typeof part === "string" ? part : texts[part]![locale];
  return text;
}
