import { useTranslation } from "react-i18next";
import { CopyButton } from "../app/CopyButton.tsx";
import { FirstHeading } from "./FirstHeading.tsx";

type Props = { codes: readonly string[]; leave: () => void };

/** The spare codes in clear: this once, and nowhere else. */
export function SpareCodes({ codes, leave }: Props) {
  const { t } = useTranslation("factor");
  const words = { copy: t("copySpare"), copied: t("copied"), failed: t("copyFailed") };
  return (
    <section className="notice code">
      <FirstHeading text={t("spareTitle")} />
      <ul className="spare">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>{t("spareText")}</p>
      <p className="acts">
        <button type="button" className="btn do" onClick={leave}>
          {t("spareKept")}
        </button>
        <CopyButton text={codes.join("\n")} words={words} />
      </p>
    </section>
  );
}
