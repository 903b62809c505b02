import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { refusalsAddress, type LandImport } from "../api/imports.ts";
import { useSay } from "../app/useSay.ts";

/** The refused rows as a table to take away. */
export function RefusalsLink({ id }: { id: string }) {
  const { t } = useTranslation("imports");
  return (
    <a className="btn" href={refusalsAddress(id)} download>
      {t("refusals")}
    </a>
  );
}

/** Why nothing was imported, and what to do now. */
export function RefusedNotice({ line }: { line: LandImport }) {
  const { t } = useTranslation("imports");
  const say = useSay();
  const { problem, refusedRows, id } = line;
  return (
    <section className="notice" role="alert">
      <h2>
        <i className="mk stop" aria-hidden="true" /> {t("refusedTitle")}
      </h2>
      <p>{problem ? say(problem.message) : t("refusedRowsText")}</p>
      <p className="acts">
        {refusedRows > 0 && <RefusalsLink id={id} />}
        <Link className="btn" to="/map/import">
          {t("startAgain")}
        </Link>
      </p>
    </section>
  );
}
