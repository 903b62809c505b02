import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccountActs, type AccountLine } from "../api/people.ts";
import type { SignedIn } from "../api/session.ts";
import { Part } from "../account/Part.tsx";
import { Refused } from "../forms/Refused.tsx";
import { SureButton } from "../forms/SureButton.tsx";
import { AccountEditor } from "./AccountEditor.tsx";
import { CodeNotice, type Issued } from "./CodeNotice.tsx";
import { LostFactor } from "./LostFactor.tsx";

type Props = { account: AccountLine; session: SignedIn };

/** What an administrator may do with the account itself. */
export function AccountActs({ account, session }: Props) {
  const { t } = useTranslation("people");
  const [opened, setOpened] = useState<AccountLine>();
  return (
    <Part title={t("acts")}>
      {opened ? (
        <AccountEditor
          opened={opened}
          now={account}
          session={session}
          close={() => setOpened(undefined)}
        />
      ) : (
        <p className="acts">
          <button type="button" className="btn" onClick={() => setOpened(account)}>
            {t("change")}
          </button>
        </p>
      )}
      {account.id === session.account.id ? (
        <p className="small faint">{t("ownHint")}</p>
      ) : (
        <>
          <LockAndRecover account={account} />
          {session.signIn.factor && <LostFactor account={account} />}
        </>
      )}
    </Part>
  );
}

function LockAndRecover({ account }: { account: AccountLine }) {
  const { t } = useTranslation("people");
  const { change, recover, signOut } = useAccountActs(account.id);
  const [issued, setIssued] = useState<Issued>();
  const { id, name, version } = account;
  const issue = () =>
    recover.mutate(undefined, { onSuccess: (code) => setIssued({ id, name, ...code }) });
  const end = () => signOut.mutate();
  const lock = (disabled: boolean) => change.mutate({ version, disabled });
  return (
    <>
      {issued && <CodeNotice issued={issued} />}
      {account.disabledAt !== null ? (
        <p className="acts">
          <button
            type="button"
            className="btn"
            disabled={change.isPending}
            onClick={() => lock(false)}
          >
            {t("enable")}
          </button>
        </p>
      ) : (
        <p className="acts">
          <SureButton label={t("recover")} question={t("recoverSure")} act={issue} />
          <SureButton label={t("endSessions")} question={t("endSessionsSure")} act={end} />
          <SureButton label={t("disable")} question={t("disableSure")} act={() => lock(true)} />
        </p>
      )}
      {signOut.isSuccess && (
        <p className="small" role="status">
          {t("sessionsEnded")}
        </p>
      )}
      <Refused error={change.error ?? recover.error ?? signOut.error} />
    </>
  );
}
