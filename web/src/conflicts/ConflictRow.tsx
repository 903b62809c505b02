import { useTranslation } from "react-i18next";
import type { Conflict } from "../api/conflicts.ts";
import { SyntheticTag } from "../app/SyntheticTag.tsx";
import { useSay } from "../app/useSay.ts";
import { Swatch } from "../map/panels/Swatch.tsx";
import { figure } from "../marks/format.ts";
import { SpokenRules } from "./SpokenRules.tsx";

type Overlap = Conflict["overlap"];

/** How much of the place the layer takes, or how far it is. */
function Extent({ overlap }: { overlap: Overlap }) {
  const { t } = useTranslation("conflicts");
  const { areaM2, lengthM, share, distanceM, relation } = overlap;
  if (relation === "unknown") return <>{t("stated")}</>;
  const percent = figure(share * 100, { max: 2 });
  if (relation === "reached") {
    return <>{t("reached", { metres: Math.round(distanceM ?? 0) })}</>;
  }
  if (areaM2 > 0) return <>{t("area", { area: figure(areaM2, { max: 0 }), percent })}</>;
  if (lengthM > 0) return <>{t("length", { metres: figure(lengthM, { max: 1 }) })}</>;
  return <>{t("touched")}</>;
}

const mostNames = 4;

/** One layer that is met: how strictly it speaks, how much of it, by which clauses, what yields. */
export function ConflictRow({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation("conflicts");
  const say = useSay();
  const { overlap, levelBasis, rules, givesWay } = conflict;
  const names = overlap.features.slice(0, mostNames).map(({ name }) => say(name));
  return (
    <li className={`conflict level-${overlap.level}`}>
      <div className="lh">
        <h3>
          <Swatch layer={overlap.layer} /> {say(overlap.title)}
        </h3>
        <span className="level">{t(`levels.${overlap.level}`)}</span>
      </div>
      <p className="n">
        <Extent overlap={overlap} /> {overlap.synthetic && <SyntheticTag />}
      </p>
      {names.length > 0 && <p className="small faint">{names.join("、")}</p>}
      {overlap.ruleSet && <p>{say(overlap.ruleSet)}</p>}
      {overlap.level !== "none" && (
        <p className="small faint">
          {levelBasis ? t("basis", { citation: say(levelBasis) }) : t("noBasis")}
        </p>
      )}
      {givesWay.map(({ to, title, citation }) => (
        <p key={to} className="small">
          {t("givesWay", { layer: say(title), citation: say(citation) })}
        </p>
      ))}
      <SpokenRules rules={rules} />
    </li>
  );
}
