import { bilingual, type Bilingual } from "../../base/message.ts";
import { factAt } from "../case/dictionary.ts";
import { writeValue } from "../case/write.ts";
import { mapChildren } from "../check/tree.ts";
import { statedText } from "../explain/expression.ts";
import type { FactIr, Node, RuleIr } from "../ir.ts";
import { completed, tryCase, type Tried } from "./example.ts";
import type { LintFinding } from "./finding.ts";
import { piecesFor, reachingOf, readsIn, type Piece, type Reaching } from "./pieces.ts";
import { search } from "./search.ts";
import { allOf, standing, type States, type Study } from "./study.ts";
import { clausesOf, ruleText } from "./telling.ts";

/** Cases that fall between all rules that tell cases apart by a fact. */
export function gapFindings(study: Study): readonly LintFinding[] {
  const found = siblingsOf(study).flatMap((rules) => {
    const facts = new Set(rules.flatMap(({ reads }) => reads));
    return [...facts].flatMap((fact) => gapsOf(study, rules, fact));
  });
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

/** Rules that stand beside each other: of one target, or of one measure and kind of effect. */
function siblingsOf(study: Study): readonly (readonly RuleIr[])[] {
  const groups = new Map<string, RuleIr[]>();
  for (const rule of standing(study)) {
    const keys = rule.effects.flatMap(({ kind, target }) => [
      `${rule.level} ${kind} ${target}`,
      `${rule.level} ${rule.measure} ${kind}`,
    ]);
    for (const key of new Set(keys)) groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].filter((rules) => rules.length > 1);
}

/** Pieces side by side in which no rule of a group is met. */
type Gap = {
  readonly fact: number;
  readonly pieces: readonly Piece[];
  /** The group, and those of it that can be met below the gap and above it, or beside it. */
  readonly rules: readonly RuleIr[];
  readonly pairs: readonly Pair[];
  readonly isProved: boolean;
};

type Pair = readonly [Side, Side];
type Side = { readonly rule: RuleIr; readonly piece: Piece };

function gapsOf(study: Study, rules: readonly RuleIr[], fact: number): readonly LintFinding[] {
  const reading = rules.filter((rule) => readsIn(rule, fact));
  if (reading.length < 2) return [];
  const pieces = piecesFor(study, reading, fact);
  const reaching = reading.map((rule) => reachingOf(study, { rule, fact, pieces }));
  const parted = reaching.filter(({ meets }) => meets.includes(true) && meets.includes(false));
  if (parted.length < 2) return [];
  const isFree = pieces.map((_, at) => reaching.every(({ meets }) => !meets[at]));
  const asked = rules.filter((rule) => reading.includes(rule) || sharesTarget(rule, reading));
  const isWord = factAt(study.law, fact).type.kind === "enumeration";
  const isProved = reaching.every((one) => one.isProved);
  const runs = isWord ? [allFree(isFree)] : runsOf(isFree);
  return runs.flatMap((run) => {
    const pairs = isWord ? wordPairs(parted, pieces) : figurePairs(parted, pieces, run);
    const inside = run.flatMap((at) => pieces[at] ?? []);
    return gapOf(study, { fact, pieces: inside, rules: asked, pairs, isProved });
  });
}

const sharesTarget = (rule: RuleIr, others: readonly RuleIr[]): boolean =>
  others.some(({ effects }) =>
    effects.some(({ target }) => rule.effects.some((one) => one.target === target)),
  );

type Run = readonly number[];

const allFree = (isFree: readonly boolean[]): Run =>
  isFree.flatMap((free, at) => (free ? [at] : []));

/** Free pieces that touch each other. */
function runsOf(isFree: readonly boolean[]): readonly Run[] {
  const runs: number[][] = [];
  for (const at of allFree(isFree)) {
    const last = runs.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  return runs;
}

/** Two rules, each with a word that the other does not speak of. */
function wordPairs(parted: readonly Reaching[], pieces: readonly Piece[]): readonly Pair[] {
  return parted.flatMap((one, at) =>
    parted.slice(at + 1).flatMap((other): readonly Pair[] => {
      const mine = pieces.find((_, place) => one.meets[place] && !other.meets[place]);
      const theirs = pieces.find((_, place) => other.meets[place] && !one.meets[place]);
      if (!mine || !theirs) return [];
      return [
        [
          { rule: one.rule, piece: mine },
          { rule: other.rule, piece: theirs },
        ],
      ];
    }),
  );
}

/** Two rules, one of which is met below a gap, and the other above. */
function figurePairs(
  parted: readonly Reaching[],
  pieces: readonly Piece[],
  run: Run,
): readonly Pair[] {
  const [from, to] = [run[0] ?? 0, run.at(-1) ?? 0];
  const below = parted.flatMap(({ rule, meets }) => {
    const piece = pieces[meets.findLastIndex((met, at) => met && at < from)];
    return piece ? [{ rule, piece }] : [];
  });
  const above = parted.flatMap(({ rule, meets }) => {
    const piece = pieces[meets.findIndex((met, at) => met && at > to)];
    return piece ? [{ rule, piece }] : [];
  });
  return below.flatMap((one) =>
    above.filter(({ rule }) => rule !== one.rule).map((other): Pair => [one, other]),
  );
}

/** Told where one case leads from one rule through the gap to the other, by this fact alone. */
function gapOf(study: Study, gap: Gap): readonly LintFinding[] {
  const [piece] = gap.pieces;
  if (!piece) return [];
  for (const pair of gap.pairs) {
    const bridge = bridgeOf(study, gap.fact, pair);
    const tried = bridge && between(study, gap, { pair, bridge, piece });
    if (tried) return [finding(study, gap, { pair, tried })];
  }
  return [];
}

const span = { start: 0, end: 0 };

/** What else can be stated so that each rule of a pair is met at its own piece of the fact. */
function bridgeOf(study: Study, fact: number, [one, other]: Pair): States | undefined {
  const facts = [...study.filled.facts, factAt(study.law, fact)];
  const filled = { ...study.filled, facts };
  const twin = facts.length - 1;
  const edition = { ...study.edition, program: filled };
  const { type } = factAt(study.law, fact);
  const moved = (node: Node): Node =>
    node.op === "fact" && node.fact === fact
      ? { op: "fact", fact: twin, type, span }
      : mapChildren(node, moved);
  const both = allOf(one.rule.condition, other.rule.condition && moved(other.rule.condition));
  const start: States = new Map([
    [fact, one.piece],
    [twin, other.piece],
  ]);
  const searched = search({ ...study, filled, edition }, both, start);
  if (!searched.found) return undefined;
  const states = new Map(searched.states);
  states.delete(twin);
  return states;
}

type Between = { readonly pair: Pair; readonly bridge: States; readonly piece: Piece };

function between(study: Study, gap: Gap, { pair, bridge, piece }: Between): Tried | undefined {
  const at = (state: Piece, rules: readonly RuleIr[]) => {
    const states = completed(study.law, new Map(bridge).set(gap.fact, state), gap.rules);
    return tryCase(study, { states, rules });
  };
  const isLed = pair.every((side) =>
    at(side.piece, [side.rule]).verdicts.some(({ condition }) => condition === "met"),
  );
  const tried = at(piece, gap.rules);
  const isEmpty = tried.verdicts.every(({ condition }) => condition === "not_met");
  return isLed && isEmpty ? tried : undefined;
}

type Shown = { readonly pair: Pair; readonly tried: Tried };

function finding(study: Study, gap: Gap, { pair, tried }: Shown): LintFinding {
  const fact = factAt(study.law, gap.fact);
  const rules = pair.map(({ rule }) => rule);
  const [first] = gap.pieces;
  const place = fact.type.kind === "enumeration" || !first ? "" : `>=${leastOf(fact, first)}`;
  const ids = rules.map(({ id }) => id);
  const shows = tried.example.shows.filter(({ rule }) => ids.includes(rule));
  return {
    id: `gap#${ids.join("+")}#${fact.id}${place}`,
    code: "gap",
    proof: gap.isProved ? "case" : "not_proved",
    about: ids,
    clauses: clausesOf(rules),
    text: gapText(rules, { fact, pieces: gap.pieces }),
    example: { ...tried.example, shows },
  };
}

/** Where a piece begins, as a file of facts writes it. */
const leastOf = (fact: FactIr, piece: Piece): string =>
  String(writeValue(fact, piece.state === "known" ? piece.value : piece.min));

type Left = { readonly fact: FactIr; readonly pieces: readonly Piece[] };

function gapText(rules: readonly RuleIr[], { fact, pieces }: Left): Bilingual {
  const [a, b] = rules.map(ruleText);
  const { label } = fact.definition;
  const values = pieces.map((piece) => statedText(fact, piece));
  const zh = values.map((value) => value.zh.replace("（估计）", "")).join("、");
  const en = values.map((value) => value.en.replace(" (estimated)", "")).join(", ");
  return bilingual(
    `${a?.zh}和${b?.zh}按“${label.zh}”区分情形，却没有规则说到：${zh}`,
    `${a?.en} and ${b?.en} tell cases apart by "${label.en}", and no rule speaks of: ${en}`,
  );
}
