import { useTranslation } from "react-i18next";
import type { useAccounts } from "../api/people.ts";
import { Empty } from "../states/Empty.tsx";
import { ProblemNotice } from "../states/ProblemNotice.tsx";
import { Waiting } from "../states/Waiting.tsx";
import { AccountTable } from "./AccountTable.tsx";

type Props = {
  accounts: ReturnType<typeof useAccounts>;
  words: string;
  isFirst: boolean;
  clear: () => void;
  go: (after: string) => void;
};

/** The accounts that fit, in the four states, page by page. */
export function AccountList({ accounts, words, isFirst, clear, go }: Props) {
  const { t } = useTranslation("people");
  if (accounts.isPending) return <Waiting />;
  if (accounts.isError) {
    return <ProblemNotice error={accounts.error} retry={() => void accounts.refetch()} />;
  }
  const { accounts: lines, next } = accounts.data;
  if (lines.length === 0) {
    const isFiltered = words.trim() !== "";
    return (
      <Empty
        title={isFiltered ? t("noMatch", { words }) : t("none")}
        next={
          <button type="button" className="btn" onClick={clear}>
            {t("clearFind")}
          </button>
        }
      >
        {!isFiltered && t("noneText")}
      </Empty>
    );
  }
  return (
    <div aria-busy={accounts.isPlaceholderData}>
      <AccountTable accounts={lines} />
      <p className="acts">
        {!isFirst && (
          <button type="button" className="btn" onClick={() => go("")}>
            {t("firstPage")}
          </button>
        )}
        {next && (
          <button type="button" className="btn" onClick={() => go(next)}>
            {t("nextPage")}
          </button>
        )}
      </p>
    </div>
  );
}
