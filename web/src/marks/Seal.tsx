import { useTranslation } from "react-i18next";
import type { Static } from "typebox";
import type { Source as SourceSchema } from "../../../src/rules/contract.ts";

export type Source = Static<typeof SourceSchema>;

type Props = { source: Source; isEstimate?: boolean };

/** One character says where a fact comes from; a dashed frame says that it is an estimate. */
export function Seal({ source, isEstimate = false }: Props) {
  const { t } = useTranslation("marks");
  const meaning = t(`sealMeans.${source}`);
  const title = isEstimate ? `${meaning} · ${t("estimated")}` : meaning;
  return (
    <span className={isEstimate ? "seal est" : "seal"} title={title}>
      <span aria-hidden="true" lang="zh-CN">
        {t(`seals.${source}`)}
      </span>
      <span className="sr">{title}</span>
    </span>
  );
}
