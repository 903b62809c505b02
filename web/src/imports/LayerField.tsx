import { useTranslation } from "react-i18next";
import type { Layer } from "../api/land.ts";
import { useSay } from "../app/useSay.ts";
import { SelectField } from "../forms/SelectField.tsx";

type Props = {
  label: string;
  layers: readonly Layer[];
  value: string;
  change: (layer: string) => void;
};

/** One layer of the catalogue, under the headings of the legend. */
export function LayerField({ label, layers, value, change }: Props) {
  const { t } = useTranslation("imports");
  const say = useSay();
  const chosen = layers.find(({ id }) => id === value);
  const choices = layers.map(({ id, title, group }) => ({
    ...{ value: id, label: say(title), heading: t(`groups.${group}`) },
  }));
  return (
    <SelectField
      label={label}
      hint={chosen && t(`layerIs.${chosen.geometry}`)}
      value={value}
      choices={[{ value: "", label: t("chooseLayer") }, ...choices]}
      change={change}
    />
  );
}
