import { useTranslation } from "react-i18next";
import type { RegisterLine } from "../../../src/policy/contract.ts";
import { useRegisters } from "../api/registers.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { PolicyTabs } from "../policies/PolicyTabs.tsx";
import { Empty } from "../states/Empty.tsx";
import { Fetched } from "../states/Fetched.tsx";
import { RegisterTable } from "./RegisterTable.tsx";
import "../styles/pages.css";
import "../styles/policies.css";
import "../styles/registers.css";

/** What others issue and rules rest on: what is at hand, and what is waited for. */
export function RegistersPage() {
  const { t } = useTranslation("registers");
  const registers = useRegisters();
  return (
    <PageFrame title={t("title")} above={<PolicyTabs />} lede={t("lede")}>
      <Fetched from={registers}>{({ registers: lines }) => <Registers lines={lines} />}</Fetched>
    </PageFrame>
  );
}

const kinds = ["list", "figures", "text"] as const;

function Registers({ lines }: { lines: readonly RegisterLine[] }) {
  const { t } = useTranslation("registers");
  const imported = lines.filter(({ state }) => state === "imported").length;
  if (lines.length === 0) return <Empty title={t("none")}>{t("noneText")}</Empty>;
  return (
    <>
      <p className="found small" role="status">
        {t("found", { count: lines.length, imported })}
      </p>
      {kinds.map((kind) => {
        const own = lines.filter((line) => line.kind === kind);
        return own.length > 0 && <RegisterTable key={kind} kind={kind} lines={own} />;
      })}
      <p className="small muted how">
        {t("how")} <code>zhibu register import &lt;id&gt; &lt;file&gt; --issuer … --date …</code>
      </p>
    </>
  );
}
