import { useTranslation } from "react-i18next";
import type { Missing } from "../../../src/rules/contract.ts";
import { useDictionary } from "../api/policy.ts";
import { useSay } from "../app/useSay.ts";

/** What would settle a verdict: a fact, a text or a list that is not there yet. */
export function MissingChip({ missing }: { missing: Missing }) {
  const { t } = useTranslation("report");
  const say = useSay();
  const definition = useDictionary().byId.get(missing.id);
  const names = {
    fact: definition ? say(definition.label) : missing.id,
    text: t("missingText", { name: missing.id }),
    list: t("missingList", { name: missing.id }),
  };
  return (
    <span className="fx">
      <span className="unk">{names[missing.kind]}</span>
    </span>
  );
}
