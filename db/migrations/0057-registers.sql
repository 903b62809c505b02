-- What others issue and rules rest on, as operators imported it: each import is a version of its own,
-- and the newest of a register is in force. Taking one back is a version that holds nothing.
create table policy.register_version (
  version_id bigint generated always as identity primary key,
  register_id text not null,
  state text not null check (state in ('empty', 'imported')),
  issuer text not null,
  dated text not null check (dated = 'unknown' or dated ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  entries jsonb not null,
  figures jsonb,
  source_name text,
  source_sha256 text check (source_sha256 ~ '^[0-9a-f]{64}$'),
  imported_at timestamptz not null,
  check ((state = 'imported') = (source_sha256 is not null)),
  check (state = 'imported' or (entries = '[]'::jsonb and figures is null))
);
comment on table policy.register_version is 'Lists, figures and texts that operators imported.';
create index register_version_of on policy.register_version (register_id, version_id);

-- Nothing here is for a person to write.
revoke insert, update, delete on policy.register_version from zhibu_person;
