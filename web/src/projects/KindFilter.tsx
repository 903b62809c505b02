import { useTranslation } from "react-i18next";

export type Kind = "all" | "projects" | "themes";

const words = { all: "all", projects: "onlyProjects", themes: "onlyThemes" } as const;
const kinds: readonly Kind[] = ["all", "projects", "themes"];

export function KindFilter({ kind, change }: { kind: Kind; change: (kind: Kind) => void }) {
  const { t } = useTranslation("projects");
  return (
    <div className="seg" role="group" aria-label={t("kindFilter")}>
      {kinds.map((one) => (
        <button key={one} type="button" aria-pressed={one === kind} onClick={() => change(one)}>
          {t(words[one])}
        </button>
      ))}
    </div>
  );
}
