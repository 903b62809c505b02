import { useTranslation } from "react-i18next";
import type { ProjectLine } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";

/**
 * What the plan says of the project, field by field, with its source. Where the plan is silent a
 * hatched word says so.
 */
export function StatedFacts({ line }: { line: ProjectLine }) {
  const { t } = useTranslation("projects");
  const say = useSay();
  return (
    <section className="stated">
      <div className="lh">
        <h2 className="eyebrow">{t("stated")}</h2>
        <span className="small faint">{t("statedMeta", { label: say(line.cite.label) })}</span>
      </div>
      {line.stated.length === 0 && <p className="small faint">{t("statedNone")}</p>}
      <dl className="said">
        {line.stated.map(({ field, label, text }) => (
          <div key={field}>
            <dt>{say(label)}</dt>
            <dd>{text ? say(text) : <span className="unk">{t("unsaid")}</span>}</dd>
          </div>
        ))}
      </dl>
      {line.note && <p className="small muted">{say(line.note)}</p>}
    </section>
  );
}
