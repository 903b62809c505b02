import { useTranslation } from "react-i18next";
import { useKnownAs } from "../api/account.ts";
import type { SignedIn } from "../api/session.ts";
import { Gate } from "../app/Gate.tsx";
import { clockText, timeText } from "../app/instant.ts";
import { useTitle } from "../app/useTitle.ts";
import { FactorPart } from "../factor/FactorPart.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { Delegations } from "./Delegations.tsx";
import { Kept } from "./Kept.tsx";
import { OwnRoles } from "./OwnRoles.tsx";
import { OwnSessions } from "./OwnSessions.tsx";
import { PasswordPart } from "./PasswordPart.tsx";
import { SignOutButton } from "./SignOutButton.tsx";
import "../styles/pages.css";
import "../styles/forms.css";
import "../styles/people.css";

/** Who I am here, what I may do, where I am signed in, and all that is known of me. */
export function AccountPage() {
  const { t } = useTranslation("account");
  useTitle(t("title"));
  return <Gate title={t("title")}>{(session) => <Account session={session} />}</Gate>;
}

function Account({ session }: { session: SignedIn }) {
  const { t } = useTranslation("account");
  const known = useKnownAs();
  return (
    <main className="wrap" id="main" tabIndex={-1}>
      <header className="head">
        <div>
          <p className="eyebrow">{t("title")}</p>
          <h1>{session.account.name}</h1>
          {session.session && (
            <p className="muted">
              {t("since", {
                means: t(`means.${session.session.means}`),
                startedAt: clockText(session.session.startedAt),
                endsAt: timeText(session.session.endsAt),
              })}
            </p>
          )}
        </div>
        <SignOutButton />
      </header>
      <div className="halves">
        <div>
          <OwnRoles session={session} />
          <Delegations session={session} />
          {known.isSuccess && <PasswordPart setAt={known.data.passwordSetAt} />}
          {known.isSuccess && <FactorPart session={session} factor={known.data.factor} />}
        </div>
        <div>
          <OwnSessions />
          {known.isPending && <Waiting />}
          {known.isError && (
            <ProblemNotice error={known.error} retry={() => void known.refetch()} />
          )}
          {known.isSuccess && <Kept known={known.data} />}
        </div>
      </div>
    </main>
  );
}
