import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../states/Empty.tsx";

function NoMap() {
  const { t } = useTranslation("map");
  return (
    <div className="nomap">
      <Empty title={t("mapFailed")}>{t("mapFailedText")}</Empty>
    </div>
  );
}

/** Where the browser cannot draw the map, search and lists go on working. */
export class MapGuard extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error) {
    console.error("The map could not be drawn:", error);
  }

  override render() {
    return this.state.isBroken ? <NoMap /> : this.props.children;
  }
}
