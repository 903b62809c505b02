import { bilingual, type Bilingual, type Locale } from "../../base/message.ts";
import {
  judge,
  runCases,
  runMutants,
  type Judgement,
  type Mutant,
  type MutationRun,
  type Progress,
  type Told,
  type Witness,
} from "../../rules/index.ts";
import type { Call, Command, Outcome } from "../../terminal/index.ts";
import { nearestOf, type Book } from "../model/book.ts";
import { answering, bookNaming } from "../model/cards.ts";
import { together, type MutationResult } from "../model/mutation-results.ts";
import { bookFor, packOption, policyRefused, type CommandContext } from "./context.ts";

const asText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** A case that would notice a slip, in words. */
function witnessText({ from, changed, differs }: Witness): Bilingual {
  const keys = [...new Set(differs.map(({ of, key }) => `${of} ${key}`.trim()))].join("; ");
  if (changed.length === 0) {
    return bilingual(
      `用例“${from}”已经看得出，只是没写在 expect 里：${keys}`,
      `the case "${from}" shows it, and does not expect it: ${keys}`,
    );
  }
  const how = changed.map(({ fact, to }) => `${fact} = ${asText(to)}`).join(", ");
  return bilingual(
    `把用例“${from}”改一点就看得出（${how}）：${keys}`,
    `the case "${from}" would show it with ${how}: ${keys}`,
  );
}

const mutantText = ({ id, text }: Mutant, locale: Locale): string =>
  `  ✗ ${text[locale]}\n      ${id}`;

function toldText({ survivor, witness }: Told, locale: Locale): string {
  const shown = witness ? [`      → ${witnessText(witness)[locale]}`] : [];
  return [mutantText(survivor, locale), ...shown].join("\n");
}

const headings = {
  left: bilingual("没有用例发现的笔误", "slips that no case notices"),
  refuted: bilingual(
    "equivalents.yaml 说发现不了，其实看得出",
    "equivalents.yaml says that nobody can notice these, and a case does",
  ),
  unneeded: bilingual(
    "equivalents.yaml 里用不着的条目",
    "entries of equivalents.yaml that nothing needs",
  ),
} as const;

/** The slips under the rule, measure or combination that they are in. */
function grouped(told: readonly Told[], locale: Locale): readonly string[] {
  const owners = [...new Set(told.map(({ survivor }) => survivor.of))];
  return owners.flatMap((owner) => [
    owner,
    ...told.filter(({ survivor }) => survivor.of === owner).map((one) => toldText(one, locale)),
  ]);
}

function sumText({ total, killed, same }: MutationRun, judgement: Judgement): Bilingual {
  const { left, refuted, excused, score } = judgement;
  const percent = `${(Math.floor(1000 * score) / 10).toFixed(score === 1 ? 0 : 1)} %`;
  const survived = left.length + refuted.length;
  return bilingual(
    `笔误 ${total} 处：用例发现 ${killed} 处；${same.length} 处按范式与原文相同，` +
      `${excused.length} 处写明了理由；没有发现 ${survived} 处。得分 ${percent}`,
    `${total} slips: ${killed} noticed by a case; ${same.length} the same law by its normal form, ` +
      `${excused.length} excused with a reason; ${survived} not noticed. Score ${percent}`,
  );
}

function reportText(run: MutationRun, judgement: Judgement, locale: Locale): string {
  const { left, refuted, unneeded } = judgement;
  const section = (heading: Bilingual, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [`${heading[locale]}:`, ...lines, ""] : [];
  return [
    ...section(headings.left, grouped(left, locale)),
    ...section(headings.refuted, grouped(refuted, locale)),
    ...section(
      headings.unneeded,
      unneeded.map(({ id }) => `  ${id}`),
    ),
    sumText(run, judgement)[locale],
  ].join("\n");
}

const progressText = ({ of, done, owners, mutants, survivors }: Progress): Bilingual =>
  bilingual(
    `${done}/${owners} ${of}：笔误 ${mutants}，没有发现 ${survivors}`,
    `${done}/${owners} ${of}: ${mutants} slips, ${survivors} not noticed`,
  );

const plain = ({ id, of, text }: Mutant) => ({ id, of, text });

function outcomeOf(run: MutationRun, judgement: Judgement): Outcome {
  const { left, refuted, unneeded, excused, score } = judgement;
  const isClean = left.length + refuted.length + unneeded.length === 0;
  const told = ({ survivor, witness }: Told) => ({ ...plain(survivor), witness: witness ?? null });
  return {
    exit: isClean ? 0 : 2,
    json: {
      total: run.total,
      killed: run.killed,
      score,
      same: run.same.map(plain),
      excused: excused.map(plain),
      survivors: left.map(told),
      refuted: refuted.map(told),
      unneeded,
    },
    text: (locale) => reportText(run, judgement, locale),
  };
}

/** Every name under which slips can be asked for: of two that are as near, the longer is meant. */
const namesOf = ({ program }: Book): readonly string[] => [
  ...program.ruleById.keys(),
  ...program.measures.keys(),
  ...program.combinations.map(({ id }) => id),
];

/** Puts every slip into one program, or into the part that was named, and judges what passed. */
function runOn(
  { program, source }: Book,
  only: string | undefined,
  tell: (progress: Progress) => void,
): MutationResult {
  const run = runMutants(program, { tell, ...(only !== undefined && { only }) });
  const isMeant = (id: string) =>
    only === undefined || `${id.split("#")[0]}/`.startsWith(`${only}/`);
  const equivalents = source.equivalents.map(({ value }) => value).filter(({ id }) => isMeant(id));
  return { run, judgement: judge(program, run, equivalents) };
}

/** `zhibu pack mutate`: which slips in the rules no case would notice. */
export async function runMutate(context: CommandContext, call: Call): Promise<Outcome> {
  const book = await bookFor(context, call);
  if (!book.ok) return book.refusal;
  const [only] = call.words;
  const books = only === undefined ? answering(book.value) : [bookNaming(book.value, only)];
  const names = books.flatMap(namesOf);
  if (only !== undefined && !names.includes(only)) {
    return policyRefused({ code: "rule_missing", rule: only, nearest: nearestOf(only, names) });
  }
  const failed = books.map(({ program }) => runCases(program, { engines: ["closures"] }).failed);
  const failing = failed.reduce((total, count) => total + count, 0);
  if (failing > 0) return policyRefused({ code: "cases_failing", count: failing });
  const tell = (progress: Progress) => call.around.say(progressText(progress));
  const { run, judgement } = together(books.map((one) => runOn(one, only, tell)));
  return outcomeOf(run, judgement);
}

/** `zhibu pack mutate`. */
export const mutateCommand = (context: CommandContext): Command => ({
  name: "pack mutate",
  means: bilingual(
    "在规则里逐一放进笔误，看用例能不能发现",
    "put slips into the rules, one at a time, and see whether a case notices",
  ),
  takes: [
    {
      name: "id",
      optional: true,
      means: bilingual("举措、规则或叠加关系的编号", "id of a measure, a rule or a combination"),
    },
  ],
  options: [packOption],
  run: (call) => runMutate(context, call),
});
