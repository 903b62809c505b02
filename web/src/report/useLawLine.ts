import { useTranslation } from "react-i18next";
import type { Report } from "../../../src/rules/contract.ts";
import { usePack } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";

const shownDigits = 6;

/**
 * The day of the law and the pack with its hash, as the head and the foot of the paper name them.
 */
export function useLawLine(report: Report) {
  const { t } = useTranslation("report");
  const say = useSay();
  const pack = usePack();
  const name = pack.data ? say(pack.data.title) : report.pack;
  const hash = report.encoding.slice(0, shownDigits);
  return {
    lawTime: t("lawTime", { date: report.asOf }),
    pack: t("pack", { name: `${name} ${hash}` }),
    encoding: report.encoding,
  };
}
