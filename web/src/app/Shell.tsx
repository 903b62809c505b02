import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCity } from "../api/land.ts";
import { PageStart } from "./PageStart.tsx";
import { SessionEnding } from "./SessionEnding.tsx";
import { TabBar } from "./TabBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { useSay } from "./useSay.ts";

/** Until the city says otherwise the ground counts as synthetic: never shown as real by mistake. */
function useSyntheticMark(isSynthetic: boolean) {
  useEffect(() => {
    document.documentElement.classList.toggle("synth", isSynthetic);
  }, [isSynthetic]);
}

export function Shell() {
  const { t } = useTranslation("shell");
  const say = useSay();
  const city = useCity();
  const isMap = useRouterState({ select: (state) => state.location.pathname === "/" });
  const isSynthetic = city.data ? (city.data.generated?.synthetic ?? false) : true;
  useSyntheticMark(isSynthetic);

  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <TopBar
        cityName={city.data && say(city.data.title)}
        isMap={isMap}
        isSynthetic={isSynthetic}
      />
      <SessionEnding />
      <PageStart />
      <Outlet />
      <TabBar />
    </>
  );
}
