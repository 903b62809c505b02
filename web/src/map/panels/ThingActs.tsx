import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Thing } from "../canvas/hit.ts";
import "../../styles/edit.css";

type Props = { thing: Thing; edit: ((layer: string, id: string) => void) | undefined };

/** Where a thing comes from, and the way to change it. */
export function ThingActs({ thing: { layer, id }, edit }: Props) {
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
