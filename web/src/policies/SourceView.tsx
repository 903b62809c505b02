import { useTranslation } from "react-i18next";
import type { MeasurePage } from "../../../src/policy/contract.ts";
import { useSay } from "../app/useSay.ts";
import { yamlLine } from "./yaml-line.ts";

function Line({ text }: { text: string }) {
  const { indent, key, rest } = yamlLine(text);
  const isComment = rest.trimStart().startsWith("#") && key === "";
  return (
    <span className={isComment ? "row faint" : "row"}>
      {indent}
      {key && <b>{key}</b>}
      {rest}
      {"\n"}
    </span>
  );
}

/** The measure as the pack writes it, with the clause that it cites. */
export function SourceView({ page: { source, measure } }: { page: MeasurePage }) {
  const { t } = useTranslation("policies");
  const say = useSay();
  const { cite } = measure;
  return (
    <figure className="source">
      <figcaption className="small">
        <code>{source.path}</code>
        <span className="faint">
          {t("sourceCites", { label: say(cite.label) })}{" "}
          <code title={cite.sha256}>{cite.sha256.slice(0, 16)}</code>
        </span>
      </figcaption>
      <pre tabIndex={0} aria-label={t("sourceOf", { path: source.path })}>
        {source.text
          .trimEnd()
          .split("\n")
          .map((text, index) => (
            <Line key={index} text={text} />
          ))}
      </pre>
    </figure>
  );
}
