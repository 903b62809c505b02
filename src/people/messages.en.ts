import type { OrganisationWords, PeopleMessages, RightsWords } from "./messages.zh.ts";

export const organisationsEn: OrganisationWords = {
  city: "city",
  district: "district",
  subdistrict: "subdistrict",
  community: "community",
  department: "department",
  company: "company",
};

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
    map_import: "files for the map",
    policy_pack: "the policy pack",
    corpus: "the official texts",
    library_run: "runs over a library",
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
    set_password: "set the password of",
    set_factor: "set the second factor of",
    lock: "lock",
    recover: "recover",
    open: "open",
    withdraw: "withdraw",
    verify: "verify",
    cancel: "cancel",
    resume: "resume",
    ask: "ask",
    load: "load",
    import: "import",
    undo: "take back",
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
  account_beyond_reach: () =>
    "This account holds roles, or belongs to an organisation, beyond what you administer. Nothing was changed; ask an administrator above.",
  account_changed: ({ version }) =>
    `Somebody else has changed this account (it is version ${version}); nothing was overwritten. Open it again.`,
  account_is_own: () =>
    "Nobody disables, recovers or signs out their own account here. Ask another administrator.",
  account_missing: ({ id }) => `There is no account ${id}.`,
  demonstration_off: () =>
    "There is no demonstration account here: only a synthetic city has them, and an operator may turn them off.",
  factor_code_spent: () =>
    "This code was used, or is not of this half minute. Wait for the app's next one; if it is always so, set the clock of your phone.",
  factor_code_wrong: () => "The code of the app, or the spare code, is not right.",
  factor_exists: () =>
    "The account has a second factor. To move it to another phone, remove this one first.",
  factor_missing: () =>
    "The account has no second factor, or it was not set up within a quarter of an hour. Begin anew.",
  factor_needed: () =>
    "The account has a second factor: a code of its app is needed too, or a spare code.",
  factor_off: () =>
    "No second factor can be set up: the server has no key for it, or this is a demonstration that all share.",
  identity_taken: () =>
    "Another account is linked to this subject of the identity provider. Nothing was changed.",
  oidc_answer_invalid: () =>
    "The answer of the identity provider did not stand the check; nobody was signed in. Please sign in again.",
  oidc_login_missing: () =>
    "This login was used before, is older than ten minutes, or began in another browser. Please sign in again.",
  oidc_off: () => "No identity provider is set up here. Sign in with name and password.",
  oidc_refused: ({ reason }) => `The identity provider did not let you sign in (${reason}).`,
  oidc_subject_unknown: () =>
    "The identity provider knows you, but no account here is linked to you. Ask an administrator to make one with your subject.",
  organisation_missing: ({ path }) => `There is no organisation ${path}, or it is closed.`,
  password_common: () =>
    "Many people use this password, so it is easily guessed. Choose another: a sentence that only you know, for example.",
  password_made_of_names: () =>
    "This password is made of the names of the account or its organisation, so it is easily guessed. Choose another.",
  password_too_long: ({ length, max }) =>
    `The password has ${length} characters; ${max} is the most.`,
  password_too_short: ({ length, min }) =>
    `The password has ${length} characters; it needs ${min} or more. Nobody asks for signs or capitals.`,
  password_wrong: () => "The old password is not right; nothing was changed.",
  proof_needed: ({ minutes }) =>
    `This step needs a fresh proof of who you are: you signed in more than ${minutes} minutes ago, so nothing was changed. Sign in once more and try again.`,
  recovery_code_invalid: () =>
    "The name or the code is not right, or the code was used or is out of date. Check them, or ask an administrator for another code.",
  request_forged: () =>
    "This request does not look as if a page of ours had sent it; it was not done. Reload the page and try again.",
  return_path_foreign: () =>
    "The address to come back to after the sign-in lies elsewhere; the sign-in was not begun.",
  session_missing: ({ id }) => `You have no session ${id}; it may have ended.`,
  sign_in_delayed: ({ seconds }) => `Too many attempts: please try again in ${seconds} s.`,
  sign_in_failed: () =>
    "The name or the password is not right, or the account is disabled. Ask an administrator if you have forgotten it.",
  sign_in_name_invalid: () =>
    "A sign-in name has 2 to 100 small letters, Chinese characters or digits, with . _ - @ between them; it begins with none of these signs.",
  sign_in_name_taken: ({ signInName }) => `The sign-in name ${signInName} is taken.`,
  changed_meanwhile: ({ version, given }) =>
    `Somebody else changed this after you opened it (you saw version ${given}, it is now ${version}); nothing was overwritten. Open it again.`,
  version_missing:
    "The change does not say which version it was thought out on; nothing was written. Read it first, and give its ETag back as If-Match.",
  organisation_exists: ({ path }) =>
    `There is an organisation at ${path} already; nothing was created. Choose another code.`,
  organisation_misplaced: ({ kind, parent }) =>
    parent === null
      ? `A ${wordOf(organisationsEn, kind)} stands below another organisation.`
      : `A ${wordOf(organisationsEn, kind)} cannot stand below a ${wordOf(organisationsEn, parent)}.`,
  organisation_closed: ({ path }) =>
    `Organisation ${path} is closed: it is no longer changed, and no role is given in it.`,
  organisation_in_use: ({ path, organisations, grants }) =>
    `Organisation ${path} has ${organisations} open organisations and ${grants} roles below it; it was not closed. Settle those first.`,
  grant_missing: ({ id }) => `There is no grant ${id}; it may have been withdrawn.`,
  grant_exists: ({ role, scope }) =>
    `This account is ${wordOf(rightsWordsEn.holders, role)} of ${scope} already; nothing was given twice.`,
  last_administrator: () =>
    "This is the last administrator of the whole city; nothing was changed, because nobody could give roles any more. Name another one first.",
  delegation_missing: ({ id }) =>
    `There is no delegation ${id}; it may have ended or been withdrawn.`,
  delegation_not_held: ({ role, scope }) =>
    `You are not ${wordOf(rightsWordsEn.holders, role)} of ${scope} yourself, and cannot delegate it. A role that was delegated to you is not delegated on.`,
  delegation_to_oneself: "Nobody delegates a role to themselves.",
  delegation_end_past: ({ until }) =>
    `The delegation would end at ${until}, which is past; nothing was written.`,
  delegation_too_long: ({ days, limitDays }) =>
    `The delegation would last ${days} days; ${limitDays} is the most. For a longer absence, ask an administrator for a grant.`,
  cursor_invalid: ({ cursor }) =>
    `"${cursor}" is no place in these pages. Begin again with the first page.`,
  instant_invalid: ({ instant }) =>
    `"${instant}" is no instant with its zone, such as 2026-03-16T09:30:00+08:00.`,
};
