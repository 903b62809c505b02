import { useTranslation } from "react-i18next";
import { CopyButton } from "../app/CopyButton.tsx";

/** Copies the address that reopens this page. */
export function CopyLink() {
  const { t } = useTranslation("shell");
  const words = { copy: t("copy"), copied: t("copied"), failed: t("copyFailed") };
  return <CopyButton className="btn" text={location.href} words={words} />;
}
