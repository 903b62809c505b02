import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Map } from "maplibre-gl";
import type { Layer } from "../../api/land.ts";
import type { Editing } from "./useEditing.ts";

const EditPanel = lazy(() => import("./EditPanel.tsx"));

type Props = { map: Map | undefined; layers: readonly Layer[]; editing: Editing };

/** The side of the map where something is edited; its code comes with the first edit. */
export function EditSide({ map, layers, editing: { subject, close } }: Props) {
  const { t } = useTranslation("map");
  if (!subject) return null;
  return (
    <>
      <h1 className="sr">{t("title")}</h1>
      <Suspense fallback={null}>
        <EditPanel {...{ map, layers, subject, close }} />
      </Suspense>
    </>
  );
}
