import { useTranslation } from "react-i18next";

const shortList = 8;

/** What the rules are held to, by name: the first few, the rest behind a fold. */
export function CaseList({ names }: { names: readonly string[] }) {
  const { t } = useTranslation("policies");
  if (names.length === 0) return <p className="nothing faint">{t("noCases")}</p>;
  const rest = names.slice(shortList);
  return (
    <div className="cases">
      <p className="small faint">{t("caseCount", { count: names.length })}</p>
      <Names names={names.slice(0, shortList)} />
      {rest.length > 0 && (
        <details className="proof">
          <summary>{t("moreCases", { count: rest.length })}</summary>
          <Names names={rest} />
        </details>
      )}
    </div>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul className="asidelist" lang="zh-CN">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
