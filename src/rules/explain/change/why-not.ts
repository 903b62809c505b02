import { bilingual, type Bilingual } from "../../../base/message.ts";
import { isListed, type Case } from "../../case/model.ts";
import type { Change, WhyNot } from "../../contract/answer.ts";
import type { Level } from "../../contract/pack.ts";
import { editionOn } from "../../evaluate/edition.ts";
import { evaluateRule } from "../../evaluate/evaluate.ts";
import { prove } from "../../evaluate/reference.ts";
import { factAt, scopeOf, stateIn, within, type Scope } from "../../evaluate/scope.ts";
import type { Program, RuleIr } from "../../ir.ts";
import { subjectIndex, verdictOn, type Asked } from "../explain.ts";
import { ruleNamed } from "../sentence.ts";
import { levelWords } from "../wording.ts";
import { addedOf, withOneMore, type Extended } from "./add.ts";
import { figuresIn } from "./flip-compare.ts";
import { factNode, gapsOf } from "./gaps.ts";
import { changed, type Plan } from "./plan.ts";
import { aimOf, waysFor, type Question } from "./quest.ts";
import { raisesOf } from "./raises.ts";
import { effortMax } from "./effort.ts";
import { changeOf } from "./text.ts";

type Within = Asked & { readonly effort: number };

/**
 * The smallest change of facts that makes a rule met; of a rule that is met, the smallest that
 * brings what is asked for within its bounds, and what would raise what it grants. Every change
 * proposed has been tried on the case itself. A subject that the case does not have yet is asked
 * for by any name. Throws as `explain` does.
 */
export const whyNot = (program: Program, facts: Case, asked: Asked): WhyNot =>
  whyNotWithin(program, facts, { ...asked, effort: effortMax });

/** The same with no more than some effort: what is proposed has been tried however small it is. */
export function whyNotWithin(program: Program, facts: Case, asked: Within): WhyNot {
  const rule = ruleNamed(program, asked.rule);
  const { level } = rule;
  if (isListed(level) && facts.subjects[level].length === 0) {
    const extended = withOneMore({ facts, added: [] }, level);
    const subject = extended.added[0]?.id ?? asked.subject;
    return answerFor(questionOn(program, extended.facts, { ...asked, subject }), facts, extended);
  }
  return answerFor(questionOn(program, facts, asked), facts, { facts, added: [] });
}

function questionOn(program: Program, facts: Case, asked: Within): Question {
  const rule = ruleNamed(program, asked.rule);
  const subject = subjectIndex(facts, rule, asked.subject);
  const scope = scopeOf(editionOn(program, asked.asOf), facts, { level: rule.level, subject });
  const verdict = verdictOn(program, facts, asked);
  return { rule, scope, asked, verdict, effort: { left: asked.effort } };
}

function answerFor(question: Question, today: Case, extended: Extended): WhyNot {
  const { rule, scope, asked, verdict } = question;
  const aim = aimOf(verdict);
  const head = { rule: rule.id, subject: asked.subject, aim, adds: [], changes: [], instead: [] };
  const gaps = [...gapsOf(rule, scope, verdict)];
  const raises = aim === "more" ? [...raisesOf(question, verdict)] : [];
  const stopped = stoppedBy(question);
  if (stopped) return { ...head, gaps, raises, none: stopped };
  const found = waysFor(question, extended);
  const [first, ...others] = found.ways;
  if (!first) return { ...head, gaps, raises, none: noneBecause(question) };
  const { program } = scope.edition;
  const told = (plan: Plan): Change[] =>
    plan.map((step) => changeOf(program, { facts: found.facts, today }, step));
  const then = evaluateRule(program, changed(found.facts, first), asked);
  return {
    ...{ ...head, aim: found.aim, gaps, raises },
    adds: found.added.map((subject) => addedOf(subject, today)),
    changes: told(first),
    instead: others.map(told),
    ...(then && { then: { condition: then.condition, verdict: then.verdict } }),
  };
}

const noneFound = bilingual(
  "没有找到只改事实就能满足的办法",
  "No change of facts was found that would do",
);

/** Why no change helps, as far as the report itself says. */
function noneBecause({ rule, scope, verdict: { missing, reasons } }: Question): Bilingual {
  const empty = reasons.find(({ code }) => code === "needs_list")?.detail;
  if (empty) return empty;
  const level = missing.find(
    ({ kind, id }) => kind === "list" && Object.hasOwn(levelWords, id),
  )?.id;
  if (level === undefined) return goneText(rule, scope) ?? noneFound;
  const { zh, en } = levelWords[level as Level];
  return bilingual(`还没有列出${zh}，先列出来`, `No ${en} is listed yet: list them first`);
}

/** A rule may be met and still give nothing, where what it reckons with does not apply. */
function goneText({ effects }: RuleIr, scope: Scope): Bilingual | undefined {
  const nodes = effects.flatMap(({ amount, wish }) =>
    amount ? [amount] : wish === undefined ? [] : [factNode(wish, scope)],
  );
  const figures = nodes.flatMap((node) => figuresIn(prove(node, scope), scope));
  const gone = figures.find(
    ({ fact, level, subject }) =>
      stateIn(within(scope, level, subject), fact).state === "not_applicable",
  );
  if (!gone) return undefined;
  const { zh, en } = factAt(scope.edition, gone.fact).definition.label;
  return bilingual(
    `“${zh}”不适用，条件即使满足，也没有数量可给`,
    `"${en}" does not apply: even where the rule is met, there is no amount to give`,
  );
}

const alreadyMet = bilingual("条件已经满足，不用改", "It is met already; nothing has to change");

const amountOpen = bilingual(
  "条件已经满足，差的是数量：补上缺的事实",
  "It is met already; only the amount is open: answer the missing facts",
);

function metBut({ rule, scope, verdict }: Question): Bilingual {
  if (verdict.verdict === "applies") return alreadyMet;
  return verdict.verdict === "undecided" ? amountOpen : (goneText(rule, scope) ?? noneFound);
}

/** What stands in the way that no fact of the case can move. */
function stoppedBy(question: Question): Bilingual | undefined {
  const { rule, verdict } = question;
  const code = (wanted: string) => verdict.reasons.find((reason) => reason.code === wanted)?.detail;
  const text = code("needs_text") ?? code("text_uncoded");
  const outside = code("not_in_force_on") ?? code("gives_way") ?? text;
  if (outside) return outside;
  if (aimOf(verdict) === "within") return undefined;
  if (verdict.condition === "met") return metBut(question);
  return rule.condition ? undefined : noneFound;
}
