import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { parameterText } from "./parameter-text.ts";

type Parameter = MeasurePage["parameters"][number];

function Rows({ parameter }: { parameter: Parameter }) {
  const { t } = useTranslation("policies");
  const { locale } = useSettings();
  const say = useSay();
  return parameter.values.map(({ since, until, value }) => (
    <tr key={since}>
      <th scope="row">{parameter.title ? say(parameter.title) : parameter.name}</th>
      <td className="num">{parameterText(value, parameter.unit, locale)}</td>
      <td className="n faint">
        {since === "unknown" ? t("everSince") : since}
        {until && ` – ${until}`}
      </td>
    </tr>
  ));
}

/** The figures of the clause, each with the day since which it holds. */
export function ParameterTable({ parameters }: { parameters: readonly Parameter[] }) {
  const { t } = useTranslation("policies");
  if (parameters.length === 0) return <p className="nothing faint">{t("noParameters")}</p>;
  return (
    <table className="parameters">
      <caption className="sr">{t("parameters")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("parameterColumns.name")}</th>
          <th scope="col" className="num">
            {t("parameterColumns.value")}
          </th>
          <th scope="col">{t("parameterColumns.since")}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <Rows key={parameter.name} parameter={parameter} />
        ))}
      </tbody>
    </table>
  );
}
