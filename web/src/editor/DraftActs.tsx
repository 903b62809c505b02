import { useTranslation } from "react-i18next";
import { CopyButton } from "../app/CopyButton.tsx";
import { useSay } from "../app/useSay.ts";
import type { Formatted } from "./desk/desk.ts";

type Props = {
  path: string;
  text: string;
  formatted: Formatted | undefined;
  format: () => void;
  restore: () => void;
};

/** Hands the draft to the reader as a file: the browser writes it, and no server is asked. */
function download(path: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = path.slice(path.lastIndexOf("/") + 1);
  link.click();
  URL.revokeObjectURL(address);
}

/** What can be done with the draft as a whole. */
export function DraftActs({ path, text, formatted, format, restore }: Props) {
  const { t } = useTranslation("editor");
  const say = useSay();
  const [refused] = formatted && "findings" in formatted ? formatted.findings : [];
  const words = { copy: t("copy"), copied: t("copied"), failed: t("copyFailed") };
  return (
    <>
      <div className="draftacts">
        <code className="small faint">{path}</code>
        <button type="button" className="btn plain" onClick={format}>
          {t("format")}
        </button>
        <button type="button" className="btn plain" onClick={restore}>
          {t("restore")}
        </button>
        <CopyButton text={text} words={words} />
        <button type="button" className="btn plain" onClick={() => download(path, text)}>
          {t("download")}
        </button>
      </div>
      {refused && (
        <p className="small c-stop" role="status">
          {t("notFormatted", { why: say(refused.message) })}
        </p>
      )}
      <p className="small faint">{t("keys")}</p>
    </>
  );
}
