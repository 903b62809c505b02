import {
  evaluateRule,
  readCase,
  registerUses,
  type Case,
  type RuleVerdict,
} from "../../rules/index.ts";
import type { Book } from "./book.ts";

/** The law without an import and with it. */
export type LawShift = { readonly before: Book; readonly after: Book; readonly register: string };

/** A case that was or may be answered: its facts as they were kept, and the law date. */
export type AskedCase = { readonly asOf: string; readonly facts: unknown };

/** Cases with answers that waited for a register, and what became of those answers. */
export type WaitingCount = {
  readonly waiting: number;
  readonly settled: number;
  readonly open: number;
};

/** How many cases had an answer that waited for the register, and what became of those answers. */
export function waitedFor(shift: LawShift, cases: readonly AskedCase[]): WaitingCount {
  const { before, after, register } = shift;
  const rules = registerUses(before.program).get(register)?.rules ?? [];
  const total = { waiting: 0, settled: 0, open: 0 };
  for (const { asOf, facts } of cases) {
    const read = readCase(before.program, facts);
    if (!read.ok) continue;
    const asked = { facts: read.value, asOf, rules };
    const waiting = verdictsOf(before, asked).filter((one) => waitsFor(one, register));
    if (waiting.length === 0) continue;
    const now = new Map(verdictsOf(after, asked).map((one) => [keyOf(one), one]));
    const settled = waiting.filter((one) => now.get(keyOf(one))?.verdict !== "undecided").length;
    total.waiting += 1;
    total.settled += settled;
    total.open += waiting.length - settled;
  }
  return total;
}

type Asked = { readonly facts: Case; readonly asOf: string; readonly rules: readonly string[] };

/** Only the rules that rest on the register are asked: nothing else can come out otherwise. */
const verdictsOf = ({ program }: Book, { facts, asOf, rules }: Asked): readonly RuleVerdict[] =>
  rules.flatMap((rule) => {
    const level = program.rules[program.ruleById.get(rule) ?? -1]?.level ?? "project";
    return facts.subjects[level].flatMap(
      ({ id }) => evaluateRule(program, facts, { rule, subject: id, asOf }) ?? [],
    );
  });

const keyOf = ({ rule, subject }: RuleVerdict): string => `${rule} ${subject}`;

const waitsFor = ({ missing }: RuleVerdict, register: string): boolean =>
  missing.some(({ kind, id }) => kind !== "fact" && id === register);
