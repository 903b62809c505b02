import { useTranslation } from "react-i18next";
import type { WhyNot } from "../../../src/rules/contract.ts";
import { useSay } from "../app/useSay.ts";

/** The least that would have to be otherwise for the rule to apply; or why nothing would do. */
export function SmallestChange({ change }: { change: WhyNot }) {
  const { t } = useTranslation("report");
  const say = useSay();
  if (change.changes.length === 0) {
    return (
      <div className="flip">
        <div>
          <span className="faint">{t("smallest")}</span>
          <span>{change.none ? say(change.none) : t("noChange")}</span>
          <span className="c-no" />
        </div>
      </div>
    );
  }
  return (
    <div className="flip">
      {change.changes.map(({ fact, text }, index) => (
        <div key={fact}>
          <span className="faint">{index === 0 && t("smallest")}</span>
          <span>{say(text)}</span>
          <span className="c-yes">{index === change.changes.length - 1 && t("thenApplies")}</span>
        </div>
      ))}
    </div>
  );
}
