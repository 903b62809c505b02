import { bilingual, type Locale } from "../../base/message.ts";
import {
  evaluate,
  explain,
  nextQuestion,
  whyNot,
  withoutEmptyCeilings,
  type Case,
  type Explanation,
  type ProofNode,
  type Question,
  type RuleVerdict,
  type WhyNot,
} from "../../rules/index.ts";
import { misuse, type Call, type Command, type Outcome } from "../../terminal/index.ts";
import { dictionaryOf, nearestOf, rulesNamed, titlesOf, type Book } from "../model/book.ts";
import { verdictText } from "../model/report-text.ts";
import { headings, signs } from "../model/wording.ts";
import {
  asOfOption,
  bookFor,
  factsArgument,
  packOption,
  policyRefused,
  projectOption,
  type CommandContext,
} from "./context.ts";
import { asOfCall, casesOfCall } from "./evaluate.ts";

const outcomeMarks = { T: "✓", F: "✗", U: "?", N: "–" } as const;

function proofLines(node: ProofNode, locale: Locale, depth: number): string[] {
  const line = `${"  ".repeat(depth)}${outcomeMarks[node.outcome]} ${node.text[locale]}`;
  return [line, ...node.children.flatMap((child) => proofLines(child, locale, depth + 1))];
}

type Proof = { verdict: RuleVerdict; explanation: Explanation; change: WhyNot | undefined };

function proofText(book: Book, proof: Proof, locale: Locale): string {
  const { explanation, change } = proof;
  const [verdict = proof.verdict] = withoutEmptyCeilings(
    { verdicts: [proof.verdict], totals: [] },
    dictionaryOf(book),
  ).verdicts;
  const flips = change?.changes.map(({ text }) => `  → ${text[locale]}`) ?? [];
  const none = change?.none ? [`  ${change.none[locale]}`] : [];
  const title = { zh: "怎样才行", en: "What would change it" }[locale];
  return [
    verdictText(verdict, titlesOf(book), locale),
    explanation.sentence[locale],
    ...proofLines(explanation.tree, locale, 1),
    ...(flips.length + none.length > 0 ? [title, ...flips, ...none] : []),
  ].join("\n");
}

/** A verdict that somebody may want otherwise: it does not apply, or a bound is exceeded. */
const asksForChange = ({ verdict, effects }: RuleVerdict): boolean =>
  verdict === "does_not_apply" ||
  effects.some(({ bounds = [] }) => bounds.some(({ answer }) => answer === "exceeded"));

type Asked = { book: Book; facts: Case; asOf: string };

/** The book, the one case and the law date that a call names. */
async function oneCase(context: CommandContext, call: Call): Promise<Asked | Outcome> {
  const asOf = asOfCall(call);
  if (!asOf.ok) return asOf.refusal;
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const cases = await casesOfCall(book.value, call);
  if (!cases.ok) return cases.refusal;
  const [facts] = cases.value;
  if (!facts || cases.value.length > 1) {
    const found = cases.value.length;
    return misuse(
      "one_case_expected",
      bilingual(`要一个案例，读到 ${found} 个`, `one case is expected, ${found} were read`),
    );
  }
  return { book: book.value, facts, asOf: asOf.value };
}

/** `zhibu explain`: the proof of a rule, or of every rule of a measure. */
export async function runExplain(context: CommandContext, call: Call): Promise<Outcome> {
  const asked = await oneCase(context, call);
  if ("exit" in asked) return asked;
  const { book, facts, asOf } = asked;
  const { program } = book;
  const name = String(call.options["rule"] ?? "");
  const rules = rulesNamed(book, name);
  if (rules.length === 0) {
    const nearest = nearestOf(
      name,
      program.rules.map(({ id }) => id),
    );
    return policyRefused({ code: "rule_missing", rule: name, nearest });
  }
  const verdicts = evaluate(program, facts, { asOf }).verdicts.filter(({ rule }) =>
    rules.includes(rule),
  );
  const proofs = verdicts.map((verdict): Proof => {
    const { rule, subject } = verdict;
    const explanation = explain(program, facts, { rule, subject, asOf });
    const change = asksForChange(verdict)
      ? whyNot(program, facts, { rule, subject, asOf })
      : undefined;
    return { verdict, explanation, change };
  });
  return {
    exit: 0,
    json: proofs,
    text: (locale) => proofs.map((proof) => proofText(book, proof, locale)).join("\n\n"),
  };
}

function questionText(question: Question, locale: Locale): string {
  const settles = { zh: "可定", en: "settles" }[locale];
  const waits = `${headings.waits[locale]}${signs[locale].colon}${question.rules.join(", ")}`;
  return [
    `${question.question[locale]}  (${question.fact})`,
    `  ${question.waiting} ${waits}`,
    ...question.answers.map(
      ({ label, settles: count }) => `  ${label[locale]}  ${settles} ${count}`,
    ),
  ].join("\n");
}

/** `zhibu ask`: the next best question and what each answer would settle. */
export async function runAsk(context: CommandContext, call: Call): Promise<Outcome> {
  const asked = await oneCase(context, call);
  if ("exit" in asked) return asked;
  const question = nextQuestion(asked.book.program, asked.facts, { asOf: asked.asOf });
  const done = {
    zh: "没有可问的了：该定的都已定",
    en: "Nothing to ask: all that answers can settle is settled",
  };
  return {
    exit: 0,
    json: question,
    text: (locale) => (question ? questionText(question, locale) : done[locale]),
  };
}

/** `zhibu explain`. */
export const explainCommand = (context: CommandContext): Command => ({
  name: "explain",
  means: {
    zh: "一条规则的推理过程，不适用时说明怎样才适用",
    en: "the proof of a rule, and what would change it",
  },
  takes: [factsArgument],
  options: [
    { flags: "--rule <id>", means: { zh: "规则或举措编号", en: "id of a rule or a measure" } },
    projectOption,
    asOfOption,
    packOption,
  ],
  run: (call) => runExplain(context, call),
});

/** `zhibu ask`. */
export const askCommand = (context: CommandContext): Command => ({
  name: "ask",
  means: { zh: "下一个最该问的问题", en: "the next best question" },
  takes: [factsArgument],
  options: [projectOption, asOfOption, packOption],
  run: (call) => runAsk(context, call),
});
