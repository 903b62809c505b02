import { useTranslation } from "react-i18next";
import type { Verdict } from "../../../src/rules/contract.ts";

export const markOf = { applies: "yes", undecided: "maybe", does_not_apply: "no" } as const;

/**
 * Solid applies, hatched is undecided, hollow does not apply; the word is said to who cannot see
 * it.
 */
export function VerdictMark({ verdict, isSpoken }: { verdict: Verdict; isSpoken?: boolean }) {
  const { t } = useTranslation("marks");
  return (
    <>
      <i className={`mk ${markOf[verdict]}`} aria-hidden="true" />
      {isSpoken && <span className="sr">{t(`verdicts.${verdict}`)}</span>}
    </>
  );
}
