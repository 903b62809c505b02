import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAudit } from "../api/audit.ts";
import type { SignedIn } from "../api/session.ts";
import { AdministrationTabs } from "../administration/AdministrationTabs.tsx";
import { Gate } from "../app/Gate.tsx";
import { auditPage, isPermitted } from "../app/permitted.ts";
import { useTitle } from "../app/useTitle.ts";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { AuditFilters } from "./AuditFilters.tsx";
import { AuditTable } from "./AuditTable.tsx";
import { ExportSeen } from "./ExportSeen.tsx";
import { filterOf, isChosen, noChoice, readAuditSearch, type Choice } from "./filter.ts";
import { Seals } from "./Seals.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";

/** Who did what: for auditors in their scope, for everybody what they did themselves. */
export function AuditPage() {
  const { t } = useTranslation("audit");
  return <Gate title={t("title")}>{(session) => <Audit session={session} />}</Gate>;
}

/** What is chosen stands in the address. Whoever sees only their own rows chooses no other's. */
function useChoice(isAuditor: boolean) {
  const search = useSearch({ from: "/audit" });
  const navigate = useNavigate();
  const choice: Choice = { ...noChoice, ...search, ...(!isAuditor && { actor: "" }) };
  const change = (next: Choice) =>
    void navigate({
      ...{ to: "/audit", search: readAuditSearch(next) },
      ...{ replace: true, resetScroll: false },
    });
  return { choice, change };
}

function Audit({ session }: { session: SignedIn }) {
  const { t } = useTranslation("audit");
  const isAuditor = isPermitted(auditPage, session.grants);
  const { choice, change } = useChoice(isAuditor);
  const title = t(isAuditor ? "title" : "titleOwn");
  useTitle(title);
  const audit = useAudit(filterOf(choice));
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      {isAuditor ? <AdministrationTabs session={session} /> : <WayBack />}
      <header className="head">
        <div>
          <h1>{title}</h1>
          <p className="muted">{isAuditor ? t("lede") : t("ledeOwn")}</p>
        </div>
        <div className="filters">{rows.length > 0 && <ExportSeen rows={rows} />}</div>
      </header>
      {isAuditor && <Seals />}
      <AuditFilters
        choice={choice}
        change={change}
        own={session.account.id}
        isAuditor={isAuditor}
      />
      {audit.isPending && <Waiting />}
      {audit.isError && <ProblemNotice error={audit.error} retry={() => void audit.refetch()} />}
      {audit.isSuccess && rows.length === 0 && (
        <Empty title={isChosen(choice) ? t("none") : t("noneAtAll")}>
          {isChosen(choice) && t("noneText")}
        </Empty>
      )}
      {audit.isSuccess && rows.length > 0 && <AuditTable rows={rows} />}
      {rows.length > 0 && <Below audit={audit} count={rows.length} />}
    </main>
  );
}

/** Whoever looks at their own acts came from their account. */
function WayBack() {
  const { t } = useTranslation("account");
  return (
    <p className="crumb">
      <Link to="/account">{t("title")}</Link>
    </p>
  );
}

function Below({ audit, count }: { audit: ReturnType<typeof useAudit>; count: number }) {
  const { t } = useTranslation("audit");
  return (
    <p className="below">
      {audit.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          {audit.isFetchingNextPage ? t("loadingOlder") : t("older")}
        </button>
      )}
      <span className="small faint" role="status">
        {audit.hasNextPage ? t("shown", { count }) : t("allShown", { count })}
      </span>
    </p>
  );
}
