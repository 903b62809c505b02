import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSettings } from "../app/settings.ts";
import { useSay } from "../app/useSay.ts";
import { list } from "../marks/format.ts";
import { StandingMark } from "../marks/StandingMark.tsx";

function OpenDraft({ id }: { id: string }) {
  const { t } = useTranslation("editor");
  const [document = "", item = ""] = id.split("/");
  return (
    <p className="opendraft">
      <Link
        className="btn"
        to="/policies/$document/$item/draft"
        params={{ document, item }}
        title={t("openHint")}
      >
        {t("open")}
      </Link>
    </p>
  );
}

/** Since when and until when a measure stands; a text without a day says so. */
function Period({ since, until }: Pick<MeasurePage, "since" | "until">) {
  const { t } = useTranslation("policies");
  return (
    <>
      <li>{since === "unknown" ? t("sinceUnknown") : t("since", { date: since })}</li>
      {until && <li>{t("until", { date: until })}</li>}
    </>
  );
}

/** The name of a measure: its standing, its day, who leads it, and whom it speaks to. */
export function MeasureHead({ page: { measure, since, until } }: { page: MeasurePage }) {
  const { t } = useTranslation("policies");
  const { locale } = useSettings();
  const say = useSay();
  const lead = list(
    measure.lead.map(({ title }) => say(title)),
    locale,
  );
  const addressees = list(
    measure.addressees.map((one) => t(`addressees.${one}`)),
    locale,
  );
  return (
    <header className="head">
      <div>
        <h1>{say(measure.title)}</h1>
        <ul className="idline small faint">
          <li>
            <StandingMark standing={measure.standing} />
          </li>
          <Period since={since} {...(until && { until })} />
          <li>{t("lead", { names: lead })}</li>
          <li>{t("addressee", { name: addressees })}</li>
        </ul>
      </div>
      <OpenDraft id={measure.id} />
    </header>
  );
}
