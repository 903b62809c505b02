-- Accounts, how their owners prove who they are, and the sessions that follow from it. Secrets stand
-- here only as hashes. Instants are those of the program's clock, which tests turn.
create table people.account (
  account_id text primary key check (length(account_id) between 1 and 60),
  sign_in_name text not null unique
    check (length(sign_in_name) between 2 and 100 and sign_in_name !~ '[[:space:]]'),
  name text not null check (length(name) between 1 and 100),
  email text check (length(email) <= 254),
  -- Null where nobody has placed the account yet: it is then the whole city's business.
  organisation text references people.organisation,
  -- The kind of user that the account shows in a synthetic city; null for everybody else.
  demonstration text check (demonstration ~ '^[a-z_]+$'),
  created_at timestamptz not null,
  disabled_at timestamptz,
  version integer not null default 1
);
comment on table people.account is 'Somebody who may sign in.';
create unique index account_by_demonstration on people.account (demonstration);
create index account_by_organisation on people.account (organisation);

create table people.password (
  account_id text primary key references people.account on delete cascade,
  hash text not null check (starts_with(hash, '$argon2id$')),
  set_at timestamptz not null
);
comment on table people.password is 'The hash of an account''s password, with its parameters.';

create table people.recovery_code (
  account_id text primary key references people.account on delete cascade,
  code_sha256 text not null check (code_sha256 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz not null,
  until timestamptz not null check (until > issued_at)
);
comment on table people.recovery_code is 'A code that serves once to set a password.';

create table people.identity (
  issuer text not null check (length(issuer) <= 500),
  subject text not null check (length(subject) between 1 and 255),
  account_id text not null references people.account on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
comment on table people.identity is 'Who an account''s owner is at an identity provider.';

create table people.session (
  session_id text primary key,
  account_id text not null references people.account on delete cascade,
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  means text not null check (means in ('password', 'recovery', 'oidc', 'demonstration')),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  address text not null check (length(address) <= 100),
  browser text not null check (length(browser) <= 200)
);
comment on table people.session is 'Who is signed in; a session that has ended has no row.';
create index session_by_account on people.session (account_id);
create index session_by_seen on people.session (seen_at);

-- Counted for names that nobody has, too: the answer must not tell which names exist.
create table people.sign_in_attempt (
  kind text not null check (kind in ('name', 'address')),
  key_sha256 text not null check (key_sha256 ~ '^[0-9a-f]{64}$'),
  failures integer not null check (failures >= 0),
  last_at timestamptz not null,
  primary key (kind, key_sha256)
);
comment on table people.sign_in_attempt is 'Failed attempts, by name and by address, for a day.';
create index sign_in_attempt_by_age on people.sign_in_attempt (last_at);

create table people.oidc_login (
  browser_sha256 text primary key check (browser_sha256 ~ '^[0-9a-f]{64}$'),
  state text not null,
  nonce text not null,
  verifier text not null,
  return_path text not null check (starts_with(return_path, '/')),
  until timestamptz not null
);
comment on table people.oidc_login is 'A login under way at the identity provider; read once.';
create index oidc_login_by_age on people.oidc_login (until);

-- The second wall. Secrets, sessions and attempts are the program's own business: no transaction of a
-- person reads or writes them, the program does so in its own name once it knows that it may.
revoke all on people.password, people.recovery_code, people.identity, people.session,
  people.sign_in_attempt, people.oidc_login from zhibu_person;
revoke delete, truncate on people.account from zhibu_person;

alter table people.account enable row level security;
create policy account_seen on people.account for select to zhibu_person
  using (account_id = people.account()
    or people.reaches('{administrator,auditor}', organisation));
create policy account_created on people.account for insert to zhibu_person
  with check (people.reaches('{administrator}', organisation));
create policy account_changed on people.account for update to zhibu_person
  using (people.reaches('{administrator}', organisation));
