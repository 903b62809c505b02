import type { ReportKind } from "../actions.ts";

export const typesOfReports: Readonly<Record<ReportKind, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/** RFC 5987: a name in any script, and beside it one that every program reads. */
export const dispositionOf = (name: string, kind: ReportKind): string => {
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="report.${kind}"; filename*=UTF-8''${encoded}.${kind}`;
};
