import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SearchBox } from "../search/SearchBox.tsx";
import { BrandMark } from "./BrandMark.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { SyntheticTag } from "./SyntheticTag.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import { useNavigation } from "./useNavigation.ts";
import { WhoIsIn } from "./WhoIsIn.tsx";

type Props = { cityName: string | undefined; isMap: boolean; isSynthetic: boolean };

export function TopBar({ cityName, isMap, isSynthetic }: Props) {
  const { t } = useTranslation("shell");
  const pages = useNavigation();
  return (
    <header className="top">
      <Link className="brand" to="/" search={{}}>
        <BrandMark />
        {t("brand")}
        {cityName && <small>{cityName}</small>}
      </Link>
      <nav className="nav" aria-label={t("mainNavigation")}>
        {pages.map(({ to, key, isWithin }) => (
          <Link
            key={to}
            to={to}
            aria-current={isWithin ? "page" : undefined}
            activeOptions={{ exact: to === "/", includeSearch: false }}
          >
            {t(`pages.${key}`)}
          </Link>
        ))}
      </nav>
      <div className="end">
        {!isMap && <SearchBox size="small" />}
        {isSynthetic && <SyntheticTag />}
        <LanguageSwitch />
        <ThemeSwitch />
        <WhoIsIn />
      </div>
    </header>
  );
}
