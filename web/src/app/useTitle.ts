import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the page in the browser's tab and history. */
export function useTitle(title: string | undefined): void {
  const { t } = useTranslation("shell");
  const brand = t("brand");
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}
