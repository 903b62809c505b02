import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { usePack } from "../api/policy.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { parameterText } from "./parameter-text.ts";

type Parameter = MeasurePage["parameters"][number];

/** `since` is included and `until` excluded. */
const isInForce = (since: string, until: string | undefined, today: string): boolean =>
  (since === "unknown" || since <= today) && (until === undefined || today < until);

/** One line a period; where there are several, the one that holds today is marked. */
function Rows({ parameter }: { parameter: Parameter }) {
  const { t } = useTranslation("policies");
  const today = usePack().data?.today ?? "";
  const { locale } = useSettings();
  const say = useSay();
  return parameter.values.map(({ since, until, value }) => (
    <tr key={since}>
      <th scope="row">{parameter.title ? say(parameter.title) : parameter.name}</th>
      <td className="num">{parameterText(value, parameter.unit, locale)}</td>
      <td className="n faint">
        {since === "unknown" ? t("everSince") : since}
        {until && ` – ${until}`}
        {parameter.values.length > 1 && isInForce(since, until, today) && (
          <span className="now">{t("inForceNow")}</span>
        )}
      </td>
    </tr>
  ));
}

/** The figures of the clause, each with the day since which it holds. */
export function ParameterTable({ parameters }: { parameters: readonly Parameter[] }) {
  const { t } = useTranslation("policies");
  return (
    <table className="parameters">
      <caption className="sr">{t("parts.parameters")}</caption>
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
