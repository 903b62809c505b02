import { useTranslation } from "react-i18next";
import type { SpokenRule } from "../api/conflicts.ts";
import { useSay } from "../app/useSay.ts";
import { ClauseLink } from "../marks/ClauseLink.tsx";
import { ForceWord } from "../marks/ForceWord.tsx";
import { VerdictMark } from "../marks/VerdictMark.tsx";

/** The rules that speak, the stricter first, each with its clause. */
export function SpokenRules({ rules }: { rules: readonly SpokenRule[] }) {
  const { t } = useTranslation("conflicts");
  const say = useSay();
  if (rules.length === 0) return null;
  return (
    <ul className="spoken">
      {rules.map(({ rule, title, verdict, deeds, force, prohibits, cite, citation, missing }) => (
        <li key={rule}>
          <p>
            <VerdictMark verdict={verdict} isSpoken />{" "}
            <span className={prohibits ? "bars" : undefined}>{say(title)}</span>{" "}
            <ForceWord force={force} />
          </p>
          {deeds.map((deed) => (
            <p key={deed.en} className="small">
              {say(deed)}
            </p>
          ))}
          {missing.length > 0 && (
            <p className="small faint">{t("missing", { facts: missing.map(say).join("、") })}</p>
          )}
          <p className="small">
            <ClauseLink cite={{ ...cite, label: citation }} />
          </p>
        </li>
      ))}
    </ul>
  );
}
