import { useTranslation } from "react-i18next";
import type { FeatureVersion } from "../api/changes.ts";
import { clockText } from "../app/instant.ts";
import { SyntheticTag } from "../app/SyntheticTag.tsx";
import { figure } from "../marks/format.ts";
import { TableHead } from "../tables/TableHead.tsx";
import { OutlinePicture } from "./OutlinePicture.tsx";
import { useActorName } from "./useActorName.ts";
import { differencesOf, hasMoved } from "./versions.ts";

type Props = { version: FeatureVersion; before: FeatureVersion | undefined };

function Made({ version }: { version: FeatureVersion }) {
  const { t } = useTranslation("changes");
  const whoOf = useActorName();
  const { change } = version;
  if (!change) return <p className="muted">{t("fromStart")}</p>;
  return (
    <>
      <p>{change.reason}</p>
      <p className="small faint">
        {t(`kinds.${change.kind}`)} · {whoOf(change.actor)} · {clockText(change.at)}
      </p>
    </>
  );
}

function Differences({ version, before }: { version: FeatureVersion; before: FeatureVersion }) {
  const { t } = useTranslation(["changes", "map"]);
  const lines = differencesOf(before, version);
  if (lines.length === 0) return <p className="small faint">{t("nothingElse")}</p>;
  const head = [t("property"), t("was"), t("now")];
  const absent = <span className="faint">{t("absent")}</span>;
  return (
    <table className="differences">
      <caption className="sr">{t("property")}</caption>
      <TableHead titles={head} />
      <tbody>
        {lines.map(({ name, was, now }) => (
          <tr key={name}>
            <th scope="row">{t(`map:columns.${name as "name"}`, { defaultValue: name })}</th>
            <td>{was ?? absent}</td>
            <td>{now ?? absent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outline({ version, before }: Props) {
  const { t } = useTranslation("changes");
  const moved = before !== undefined && hasMoved(before, version);
  if (before && !moved) return <p className="small faint">{t("outlineSame")}</p>;
  const label = moved ? t("outlineChanged") : t("outlineFirst");
  return (
    <figure>
      <OutlinePicture
        label={label}
        now={version.geometry}
        {...(moved && { before: before.geometry })}
      />
      {moved && <figcaption className="small faint">{label}</figcaption>}
    </figure>
  );
}

/** One version: from when to when it held, who made it why, and what it changed. */
export function VersionItem({ version, before }: Props) {
  const { t } = useTranslation("changes");
  const { validFrom, validTo, areaM2, synthetic } = version;
  return (
    <li>
      <div className="when">
        <h2>{t("version", { version: version.version })}</h2>
        <p className="small n">
          {validFrom ? t("since", { day: validFrom }) : t("sinceUnknown")}
          {validTo ? ` ${t("ended", { day: validTo })}` : ""}
        </p>
        {!validTo && (
          <p className="small c-yes">
            <i className="mk yes" aria-hidden="true" /> {t("current")}
          </p>
        )}
        {areaM2 > 0 && (
          <p className="small n">
            {t("area")} {figure(areaM2, { max: 2 })} m²
          </p>
        )}
        {synthetic && <SyntheticTag />}
      </div>
      <div className="what">
        <Made version={version} />
        {before && <Differences version={version} before={before} />}
      </div>
      <Outline version={version} before={before} />
    </li>
  );
}
