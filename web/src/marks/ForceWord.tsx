import { useTranslation } from "react-i18next";
import type { Force } from "../../../src/rules/contract.ts";

const edges = { must: "", in_principle: "prin", may: "may", advice: "advice" } as const;

/** The left edge is solid for must, double in principle, dotted for may, none for advice. */
export function ForceWord({ force }: { force: Force }) {
  const { t } = useTranslation("marks");
  return <span className={`force ${edges[force]}`}>{t(`forces.${force}`)}</span>;
}
