import { useTranslation } from "react-i18next";
import type { City } from "../api/land.ts";
import { useSay } from "../app/useSay.ts";
import { SelectField } from "../forms/SelectField.tsx";

type Props = {
  isCityWide: boolean;
  districts: City["districts"];
  value: string;
  change: (adcode: string) => void;
};

/** The district to which an import is limited. */
export function DistrictField({ isCityWide, districts, value, change }: Props) {
  const { t } = useTranslation("imports");
  const say = useSay();
  const all = isCityWide ? [{ value: "", label: t("wholeCity") }] : [];
  const choices = districts.map(({ adcode, title }) => ({ value: adcode, label: say(title) }));
  return (
    <SelectField
      label={t("district")}
      value={value}
      choices={[...all, ...choices]}
      change={change}
    />
  );
}
