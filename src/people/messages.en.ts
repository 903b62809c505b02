import type { PeopleMessages, RightsWords } from "./messages.zh.ts";

export const rightsWordsEn: RightsWords = {
  holders: {
    anonymous: "anonymous",
    account: "any account",
    administrator: "administrator",
    auditor: "auditor",
    district_officer: "district officer",
    planner: "planner",
    reviewer: "reviewer",
    sponsor: "sponsor",
    resident: "resident",
    financier: "financier",
    integrator: "integrator",
  },
  kinds: {
    organisation: "organisations",
    account: "accounts",
    session: "sessions",
    grant: "grants",
    delegation: "delegations",
    audit: "the audit trail",
    evaluation: "evaluations",
    map_feature: "map features",
    policy_pack: "the policy pack",
    corpus: "the official texts",
    health: "the state of the system",
    event_stream: "the event stream",
    backup: "backups",
    database: "the database",
  },
  acts: {
    list: "list",
    read: "read",
    create: "create",
    change: "change",
    close: "close",
    lock: "lock",
    recover: "recover",
    open: "open",
    withdraw: "withdraw",
    verify: "verify",
    ask: "ask",
    load: "load",
    import: "import",
    restore: "restore",
    migrate: "migrate",
    move: "move",
  },
  reaches: { everywhere: "everywhere", in_scope: "in scope", own: "own" },
};

const wordOf = (words: Readonly<Record<string, string>>, name: string): string =>
  words[name] ?? name;

export const en: PeopleMessages = {
  not_allowed: ({ act, kind, signedIn }) => {
    const what = `${wordOf(rightsWordsEn.acts, act)} ${wordOf(rightsWordsEn.kinds, kind)}`;
    return signedIn
      ? `This account may not ${what}; nothing was changed. Where it should, ask an administrator.`
      : `Sign in to ${what}.`;
  },
};
