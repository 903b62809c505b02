import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSay } from "../app/useSay.ts";
import type { CaseSeen, Seen } from "./desk/desk.ts";
import type { StatedChange } from "./desk/fields.ts";
import type { Chosen, Run } from "./desk/trial.ts";
import { FactInput } from "./FactInput.tsx";
import { RunAnswer } from "./RunAnswer.tsx";
import type { DeskState } from "./state.ts";

type Choosing = { chosen: Chosen; choose: (chosen: Chosen) => void };
type Props = Choosing & { state: DeskState };

function Counts({ cases }: { cases: readonly CaseSeen[] }) {
  const { t } = useTranslation("editor");
  const say = useSay();
  const differing = cases.filter(({ differences }) => differences.length > 0);
  const count = cases.length;
  if (differing.length === 0) return <p className="small c-yes">{t("casesMet", { count })}</p>;
  return (
    <>
      <p className="small c-stop">{t("casesDiffer", { count, differing: differing.length })}</p>
      <ul className="asidelist">
        {differing.slice(0, 5).map(({ name, differences }) => (
          <li key={name}>{differences[0] && say(differences[0])}</li>
        ))}
      </ul>
    </>
  );
}

function Choice({ cases, chosen, choose }: Choosing & { cases: readonly CaseSeen[] }) {
  const { t } = useTranslation("editor");
  const pick = (value: string) =>
    choose({ place: value === "empty" ? "empty" : Number(value), changes: [] });
  const isThere = chosen.place !== "empty" && chosen.place < cases.length;
  return (
    <label className="casechoice">
      <span>{t("chooseCase")}</span>
      <select
        value={isThere ? chosen.place : "empty"}
        onChange={({ target }) => pick(target.value)}
      >
        {cases.map(({ name, differences }, place) => (
          <option key={name} value={place}>
            {differences.length > 0 ? `${t("differs")} · ${name}` : name}
          </option>
        ))}
        <option value="empty">{t("emptyCase")}</option>
      </select>
    </label>
  );
}

function Facts({ run, chosen, choose }: Choosing & { run: Run }) {
  const { t } = useTranslation("editor");
  const [turn, setTurn] = useState(0);
  const state = (change: StatedChange) => {
    const others = chosen.changes.filter(
      ({ fact, subject }) => fact !== change.fact || subject !== change.subject,
    );
    choose({ ...chosen, changes: [...others, change] });
  };
  const reset = () => {
    setTurn(turn + 1);
    choose({ ...chosen, changes: [] });
  };
  return (
    <details className="proof" open>
      <summary>{t("facts")}</summary>
      {run.fields.length === 0 && <p className="small faint">{t("noFacts")}</p>}
      {run.fields.map((field) => (
        <FactInput
          key={`${chosen.place} ${turn} ${field.fact} ${field.subject ?? ""}`}
          field={field}
          state={state}
        />
      ))}
      {chosen.changes.length > 0 && (
        <button type="button" className="btn plain" onClick={reset}>
          {t("factReset")}
        </button>
      )}
    </details>
  );
}

function Outcome({ run }: { run: Run }) {
  const { t } = useTranslation("editor");
  const say = useSay();
  return (
    <div className="outcome" role="status">
      <p className="small faint">{t("asOf", { date: run.asOf })}</p>
      {run.refusals.length > 0 && <p className="c-stop">{t("factsRefused")}</p>}
      {run.refusals.map((refusal, index) => (
        <p key={index} className="small">
          {say(refusal)}
        </p>
      ))}
      {run.answers.map((answer) => (
        <RunAnswer key={`${answer.verdict.rule} ${answer.verdict.subject}`} answer={answer} />
      ))}
    </div>
  );
}

function Tried({ seen, chosen, choose }: Choosing & { seen: Seen }) {
  const { run, cases } = seen;
  return (
    <>
      <Counts cases={cases} />
      <Choice cases={cases} chosen={chosen} choose={choose} />
      {run && <Outcome run={run} />}
      {run && <Facts run={run} chosen={chosen} choose={choose} />}
    </>
  );
}

/** One case beside the rule: what it comes to, and why, changing with every letter of the draft. */
export function CaseRun({ state, chosen, choose }: Props) {
  const { t } = useTranslation("editor");
  return (
    <section className="caserun" aria-label={t("cases")}>
      <div className="part">
        <h2>{t("cases")}</h2>
      </div>
      {state.seen && state.isStale && <p className="small c-maybe">{t("stale")}</p>}
      {state.seen && <Tried seen={state.seen} chosen={chosen} choose={choose} />}
    </section>
  );
}
