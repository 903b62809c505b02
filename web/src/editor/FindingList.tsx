import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../../src/rules/index.ts";
import { useSay } from "../app/useSay.ts";
import type { DeskState } from "./state.ts";

type Props = { path: string; state: DeskState; goTo: (finding: Diagnostic) => void };
type RowProps = { finding: Diagnostic; isHere: boolean; goTo: Props["goTo"] };

function Row({ finding, isHere, goTo }: RowProps) {
  const { t } = useTranslation("editor");
  const say = useSay();
  const { code, severity, message, hint, file, line, column } = finding;
  return (
    <li className={severity}>
      <p>
        {isHere ? (
          <button type="button" className="place" onClick={() => goTo(finding)}>
            {t("findingPlace", { line, column })}
          </button>
        ) : (
          <span className="place faint">{t("findingFile", { file, line })}</span>
        )}
        {severity === "warning" && <span className="c-maybe">{t("warning")}</span>}
        <code className="faint">{code}</code>
      </p>
      <p>{say(message)}</p>
      {hint && <p className="muted">{say(hint)}</p>}
    </li>
  );
}

function Heading({ state }: { state: DeskState }) {
  const { t } = useTranslation("editor");
  const { count, findings, gaveUp, seen, isStale } = state;
  const isChecked = seen !== undefined || count > 0;
  return (
    <div role="status">
      {gaveUp && <p className="c-stop">{t("gaveUp")}</p>}
      {!gaveUp && !isChecked && <p className="faint">{t("checking")}</p>}
      {!gaveUp && isChecked && count === 0 && !isStale && (
        <p className="c-yes">{t("noFindings")}</p>
      )}
      {count > 0 && <p className="c-stop">{t("findingCount", { count })}</p>}
      {count > findings.length && (
        <p className="small faint">{t("moreFindings", { count: count - findings.length })}</p>
      )}
    </div>
  );
}

/** What the check says: the same findings as `pack check`, each leading to its place. */
export function FindingList({ path, state, goTo }: Props) {
  const { t } = useTranslation("editor");
  return (
    <section className="findings" aria-label={t("findings")}>
      <Heading state={state} />
      <ol>
        {state.findings.map((finding, index) => (
          <Row key={index} finding={finding} isHere={finding.file === path} goTo={goTo} />
        ))}
      </ol>
    </section>
  );
}
