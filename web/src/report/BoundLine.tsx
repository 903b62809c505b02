import { useTranslation } from "react-i18next";
import type { BoundAnswer, EffectLine } from "../../../src/rules/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { ForceWord } from "../marks/ForceWord.tsx";
import { amountText } from "../marks/format.ts";

const marks = { within: "yes", exceeded: "stop", open: "maybe" } as const;
const colours = { within: "", exceeded: "c-stop", open: "c-maybe" } as const;

const words = { at_most: "boundAtMost", at_least: "boundAtLeast" } as const;

type Props = { bound: BoundAnswer; effect: EffectLine };

/** One limit: what it allows, what is asked for, and what follows where it is exceeded. */
export function BoundLine({ bound, effect }: Props) {
  const { t } = useTranslation("report");
  const { locale } = useSettings();
  const say = useSay();
  const limit = amountText(bound.limit, effect.unit, locale);
  const isLimitKnown = bound.limit.max !== undefined || (bound.limit.min ?? 0) > 0;
  const isAsked = bound.at.min !== undefined || bound.at.max !== undefined;
  const isRefusal = bound.consequence === "refused";
  const mark = bound.answer === "exceeded" && !isRefusal ? "maybe" : marks[bound.answer];
  const colour = bound.answer === "exceeded" && !isRefusal ? "c-maybe" : colours[bound.answer];
  return (
    <span className="bound">
      <i className={`mk ${mark}`} aria-hidden="true" />
      <ForceWord force={bound.force} />
      <span>{isLimitKnown ? t(words[bound.direction], { limit }) : t("boundUnknown")}</span>
      {isAsked && bound.answer !== "open" && (
        <span className="faint">
          {t("boundAt", { at: amountText(bound.at, effect.unit, locale) })}
        </span>
      )}
      <b className={colour}>
        {t(`answers.${bound.answer}`)}
        {bound.consequence && ` → ${t(`consequences.${bound.consequence}`)}`}
      </b>
      {effect.binding === bound.id && <span className="faint">{t("bindingBound")}</span>}
      {bound.title && <span className="faint">{say(bound.title)}</span>}
    </span>
  );
}
