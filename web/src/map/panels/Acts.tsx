import { useTranslation } from "react-i18next";
import { CopyButton } from "../../app/CopyButton.tsx";

export type Aside = "table" | "days" | "print";

type Props = {
  aside: Aside | undefined;
  open: (aside: Aside | undefined) => void;
  /** The address of the very view. */
  link: string;
};

/** What can be taken away from the map: a table, a sheet of paper, a link. */
export function Acts({ aside, open, link }: Props) {
  const { t } = useTranslation("map");
  const words = { copy: t("link"), copied: t("linkCopied"), failed: t("linkFailed") };
  return (
    <div className="tools acts sheet" role="toolbar" aria-label={t("acts")}>
      {(["table", "days", "print"] as const).map((one) => (
        <button
          key={one}
          type="button"
          className={one === aside ? "on" : ""}
          aria-pressed={one === aside}
          onClick={() => open(one === aside ? undefined : one)}
        >
          {t(one)}
        </button>
      ))}
      <CopyButton key={link} text={link} words={words} className="" />
    </div>
  );
}
