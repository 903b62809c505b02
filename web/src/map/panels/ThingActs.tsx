import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import "../../styles/edit.css";

export type Edit = (layer: string, id: string) => void;

type Props = {
  layer: string;
  id: string;
  /** Opens it to be changed; absent for whoever may not. */
  edit: Edit | undefined;
};

/** Where a thing comes from, and the way to change it. */
export function ThingActs({ layer, id, edit }: Props) {
  const { t } = useTranslation("edit");
  return (
    <p className="acts">
      <Link to="/map/history/$layer/$id" params={{ layer, id }}>
        {t("history")}
      </Link>
      {edit && (
        <button type="button" className="fold" onClick={() => edit(layer, id)}>
          {t("edit")}
        </button>
      )}
    </p>
  );
}
