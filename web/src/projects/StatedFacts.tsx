import { useTranslation } from "react-i18next";
import type { ProjectLine } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { valueText } from "../marks/fact-text.ts";

/** What the plan says of the project, field by field; what it does not say is not here. */
export function StatedFacts({ line }: { line: ProjectLine }) {
  const { t } = useTranslation(["projects", "marks"]);
  const { locale } = useSettings();
  const say = useSay();
  const reader = { locale, words: { yes: t("marks:yes"), no: t("marks:no") } };
  const stated = Object.entries(line.stated);
  return (
    <section className="stated">
      <h2 className="eyebrow">{t("projects:stated")}</h2>
      {stated.length === 0 && <p className="small faint">{t("projects:statedNone")}</p>}
      <dl className="kv">
        {stated.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{valueText(value, undefined, reader)}</dd>
          </div>
        ))}
      </dl>
      {line.note && <p className="small muted">{say(line.note)}</p>}
    </section>
  );
}
