import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { readView, type View } from "./view.ts";

const views: readonly View[] = ["sentences", "source"];

/** Which face of the measure is shown; it stands in the address. */
export function useView() {
  const { view = "sentences" } = useSearch({ from: "/policies/$document/$item" });
  const params = useParams({ from: "/policies/$document/$item" });
  const navigate = useNavigate();
  const change = (next: View) =>
    void navigate({
      ...{ to: "/policies/$document/$item", params, search: readView({ view: next }) },
      ...{ replace: true, resetScroll: false },
    });
  return { view, change };
}

export function ViewSwitch() {
  const { t } = useTranslation("policies");
  const { view, change } = useView();
  return (
    <div className="seg" role="group" aria-label={t("views")}>
      {views.map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => change(one)}>
          {t(`view.${one}`)}
        </button>
      ))}
    </div>
  );
}
