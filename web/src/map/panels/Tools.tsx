import { useTranslation } from "react-i18next";
import type { Tool } from "../useSketch.ts";

const tools: readonly Tool[] = ["pick", "draw", "measure"];

export function Tools({ tool, choose }: { tool: Tool; choose: (tool: Tool) => void }) {
  const { t } = useTranslation("map");
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
    </div>
  );
}
