import { useTranslation } from "react-i18next";
import type { MeasureLine } from "../../../src/policy/contract.ts";

const marks = { full: "yes", pilot: "maybe", exploratory: "none" } as const;

/**
 * In force is solid, a pilot hatched, an exploratory clause dashed: not yet measured against
 * anything.
 */
export function StandingMark({ standing }: { standing: MeasureLine["standing"] }) {
  const { t } = useTranslation("marks");
  return (
    <span className="standing-mark">
      <i className={`mk ink ${marks[standing]}`} aria-hidden="true" />
      {t(`standings.${standing}`)}
    </span>
  );
}
