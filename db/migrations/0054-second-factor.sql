-- A second factor for local accounts: a seed that the owner's app shares, and codes for the day on
-- which the app is lost. A session knows whether it was begun with one.
create table people.factor (
  account_id text primary key references people.account on delete cascade,
  -- Encrypted under a key of the environment, for this account alone.
  seed_sealed text not null,
  -- What the owner's app reckons with; null until its first code was right, and the factor holds.
  algorithm text check (algorithm in ('sha256', 'sha1')),
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- The half minute of the last code that was taken: none serves twice.
  last_step bigint not null default 0,
  check ((algorithm is null) = (confirmed_at is null))
);
comment on table people.factor is 'The second factor of an account, sealed.';

create table people.spare_code (
  account_id text not null references people.factor on delete cascade,
  code_sha256 text not null check (code_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (account_id, code_sha256)
);
comment on table people.spare_code is 'Codes that stand once each for the second factor.';

alter table people.session add column is_strong boolean not null default false;
comment on column people.session.is_strong is 'Whether it was begun with a second factor.';

revoke all on people.factor, people.spare_code from zhibu_person;
