import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Findings, LandImport } from "../api/imports.ts";
import { figure } from "../marks/format.ts";

const shapes = [
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "none",
] as const;

const isShape = (kind: string): kind is (typeof shapes)[number] =>
  (shapes as readonly string[]).includes(kind);

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a file holds, in figures. */
export function FoundPart({ line, findings }: { line: LandImport; findings: Findings }) {
  const { t } = useTranslation("imports");
  const { form, encoding, table, rows, vertices, shapes } = findings;
  const kinds = Object.entries(shapes).map(([kind, count]) =>
    t("shapeCount", { kind: isShape(kind) ? t(`shapes.${kind}`) : kind, rows: figure(count) }),
  );
  return (
    <section aria-labelledby="found">
      <div className="part">
        <h2 id="found">{t("found")}</h2>
      </div>
      <dl className="figures-line">
        <Fact name={t("facts.form")}>{t(`forms.${form}`)}</Fact>
        {encoding && <Fact name={t("facts.encoding")}>{encoding}</Fact>}
        {table && <Fact name={t("facts.table")}>{table}</Fact>}
        <Fact name={t("facts.rows")}>{figure(rows)}</Fact>
        <Fact name={t("facts.vertices")}>{figure(vertices)}</Fact>
        <Fact name={t("facts.shapes")}>{kinds.join(" · ")}</Fact>
        <Fact name={t("facts.size")}>{figure(Math.ceil(line.file.bytes / 1024))} kB</Fact>
        {line.file.sha256 && (
          <Fact name={t("facts.hash")}>
            <code title={line.file.sha256}>{line.file.sha256.slice(0, 12)}</code>
          </Fact>
        )}
      </dl>
    </section>
  );
}
