import { useTranslation } from "react-i18next";
import type { Tool } from "../useSketch.ts";

const tools: readonly Tool[] = ["pick", "draw", "measure"];

type Props = {
  tool: Tool;
  choose: (tool: Tool) => void;
  /** Begins a feature of a layer; absent for whoever may not. */
  drawNew: (() => void) | undefined;
};

export function Tools({ tool, choose, drawNew }: Props) {
  const { t } = useTranslation(["map", "edit"]);
  const begin = () => {
    choose("pick");
    drawNew?.();
  };
  return (
    <div className="tools sheet" role="toolbar" aria-label={t("tools")}>
      {tools.map((one) => (
        <button
          key={one}
          type="button"
          className={one === tool ? "on" : ""}
          aria-pressed={one === tool}
          onClick={() => choose(one)}
        >
          {t(one)}
        </button>
      ))}
      {drawNew && (
        <button type="button" onClick={begin}>
          {t("edit:drawNew")}
        </button>
      )}
    </div>
  );
}
