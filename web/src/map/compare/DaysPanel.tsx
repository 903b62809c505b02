import { useTranslation } from "react-i18next";
import type { Days } from "./days.ts";

type Props = { days: Days; change: (days: Days) => void; close: () => void };

/** Which two days stand side by side. */
export function DaysPanel({ days, change, close }: Props) {
  const { t } = useTranslation("map");
  return (
    <form
      className="days floating sheet"
      aria-label={t("days")}
      onSubmit={(event) => event.preventDefault()}
    >
      {(["left", "right"] as const).map((side) => (
        <label key={side}>
          {t(`day.${side}`)}
          <input
            type="date"
            required
            value={days[side]}
            onChange={({ target }) => target.value && change({ ...days, [side]: target.value })}
          />
        </label>
      ))}
      <button type="button" className="fold" onClick={close}>
        {t("close")}
      </button>
      <p className="small faint">{t("daysMean")}</p>
    </form>
  );
}
