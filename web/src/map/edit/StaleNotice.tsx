import { useTranslation } from "react-i18next";
import type { FeatureVersion } from "../../api/changes.ts";
import { differencesOf, hasMoved } from "../../changes/versions.ts";

type Props = {
  opened: FeatureVersion;
  now: FeatureVersion | undefined;
  takeTheirs: () => void;
  sendMine: () => void;
  close: () => void;
};

type BothProps = { opened: FeatureVersion; now: FeatureVersion };

function Differences({ opened, now }: BothProps) {
  const { t } = useTranslation(["edit", "map"]);
  const lines = differencesOf(opened, now);
  const isMoved = hasMoved(opened, now);
  if (lines.length === 0 && !isMoved) return <p className="small">{t("staleSame")}</p>;
  return (
    <>
      {isMoved && <p className="small">{t("staleGeometry")}</p>}
      <dl className="said">
        {lines.map(({ name, was, now: stands }) => (
          <div key={name}>
            <dt>{t(`map:columns.${name as "name"}`, { defaultValue: name })}</dt>
            <dd>
              {was ?? t("absent")} → {stands ?? t("absent")}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Somebody else was quicker: what they did, beside what one has typed oneself. */
export function StaleNotice({ opened, now, takeTheirs, sendMine, close }: Props) {
  const { t } = useTranslation("edit");
  return (
    <div className="refused" role="alert">
      <p>
        <i className="mk stop" aria-hidden="true" /> <b>{t("staleTitle")}</b>
      </p>
      <p>{now ? t("staleText") : t("staleGone")}</p>
      {now && <Differences opened={opened} now={now} />}
      <p className="acts">
        <button type="button" className="btn" onClick={now ? takeTheirs : close}>
          {now ? t("takeTheirs") : t("close")}
        </button>
        {now && (
          <button type="button" className="btn" onClick={sendMine}>
            {t("sendMine")}
          </button>
        )}
      </p>
    </div>
  );
}
