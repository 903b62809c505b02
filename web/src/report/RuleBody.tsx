import { useTranslation } from "react-i18next";
import type { Answers, FactRow } from "../../../src/policy/contract.ts";
import type { EffectLine, UsedFact } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";
import { ForceWord } from "../marks/ForceWord.tsx";
import { AnswersTable } from "./AnswersTable.tsx";
import { BoundLine } from "./BoundLine.tsx";
import type { RuleItem } from "./items.ts";
import { MissingChip } from "./MissingChip.tsx";
import { ProofTree } from "./ProofTree.tsx";
import { SmallestChange } from "./SmallestChange.tsx";
import { UsedFactChip } from "./UsedFactChip.tsx";

type Props = { item: RuleItem; answers: Answers };

type FactsProps = { title: string; facts: readonly UsedFact[]; rows: readonly FactRow[] };

function Facts({ title, facts, rows }: FactsProps) {
  if (facts.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {facts.map((used) => (
          <UsedFactChip
            key={`${used.fact} ${used.subject ?? ""}`}
            used={used}
            row={rows.find(({ fact }) => fact === used.fact)}
          />
        ))}
      </dd>
    </>
  );
}

function Bounds({ effects }: { effects: readonly EffectLine[] }) {
  const { t } = useTranslation("report");
  const bounds = effects.flatMap((effect) =>
    (effect.bounds ?? []).map((bound) => ({ effect, bound })),
  );
  if (bounds.length === 0) return null;
  return (
    <>
      <dt>{t("bounds")}</dt>
      <dd className="rows">
        {bounds.map(({ effect, bound }) => (
          <BoundLine key={`${effect.target} ${bound.id}`} bound={bound} effect={effect} />
        ))}
      </dd>
    </>
  );
}

function Requirements({ effects }: { effects: readonly EffectLine[] }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const lines = effects.flatMap((effect) => effect.requires ?? []);
  if (lines.length === 0) return null;
  return (
    <>
      <dt>{t("follows")}</dt>
      <dd>
        {lines.map((line) => (
          <span className="fx" key={`${line.kind} ${line.id}`}>
            {say(line.title)}
            <ForceWord force={line.force} />
          </span>
        ))}
      </dd>
    </>
  );
}

/** The facts behind a verdict, what it comes with, and the limits it answers to. */
function Grounds({ item, answers }: Props) {
  const { t } = useTranslation("report");
  const { used, missing, effects } = item.first;
  const known = used.filter(({ state }) => state === "known" || state === "not_applicable");
  const estimates = used.filter(({ state }) => state === "estimate");
  const speaks = item.verdict !== "does_not_apply";
  return (
    <dl className="kv">
      {missing.length > 0 && (
        <>
          <dt>{t("settledBy")}</dt>
          <dd>
            {missing.map((one) => (
              <MissingChip key={`${one.kind} ${one.id} ${one.subject ?? ""}`} missing={one} />
            ))}
          </dd>
        </>
      )}
      <Facts title={t("estimates")} facts={estimates} rows={answers.facts} />
      <Facts title={t("basis")} facts={known} rows={answers.facts} />
      {speaks && <Bounds effects={effects} />}
      {speaks && <Requirements effects={effects} />}
    </dl>
  );
}

function Sentences({ item, answers }: Props) {
  const { t } = useTranslation("report");
  const say = useSay();
  const { first } = item;
  const explanation = answers.explanations.find(({ rule }) => rule === item.rule);
  const because = first.because ?? explanation?.sentence;
  const isApart = item.isExploratory && item.verdict !== "does_not_apply";
  const states = {
    met: "conditionMet",
    open: "conditionOpen",
    not_met: "conditionNotMet",
  } as const;
  return (
    <>
      {because && <p>{say(because)}</p>}
      {first.reasons.map((reason) => (
        <p key={reason.code}>{say(reason.detail)}</p>
      ))}
      {isApart && (
        <p className="c-maybe">{t("notInForce", { state: t(states[first.condition]) })}</p>
      )}
      {first.unverified && <p className="small c-maybe">{t("unverified")}</p>}
    </>
  );
}

/** All that stands under a rule's line. */
export function RuleBody({ item, answers }: Props) {
  const { t } = useTranslation("report");
  const { subject } = item.first;
  const explanation = answers.explanations.find(
    (one) => one.rule === item.rule && one.subject === subject,
  );
  const change = answers.changes.find((one) => one.rule === item.rule && one.subject === subject);
  const waiting = answers.questions.filter(({ rules }) => rules.includes(item.rule));
  const alike = item.verdicts.filter(({ verdict }) => verdict === item.verdict);
  return (
    <div className="b">
      <Sentences item={item} answers={answers} />
      {item.verdicts.length > 1 && (
        <p className="small faint">
          {t("subjects", { count: alike.length, total: item.verdicts.length })}
        </p>
      )}
      <Grounds item={item} answers={answers} />
      {item.verdict === "undecided" && <AnswersTable questions={waiting} />}
      {item.verdict === "does_not_apply" && change && <SmallestChange change={change} />}
      {explanation && <ProofTree explanation={explanation} />}
    </div>
  );
}
