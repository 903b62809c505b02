-- A run over a whole library of cases, cut into partitions that the workers of all nodes take up.
create table policy.library_run (
  run_id text primary key,
  created_at timestamptz not null,
  created_by text not null,
  pack text not null,
  encoding text not null,
  as_of date not null,
  source jsonb not null,
  group_fact text,
  keeps_good_rows boolean not null,
  state text not null check (state in ('running', 'cancelled', 'refused', 'done')),
  refusal jsonb,
  ended_at timestamptz,
  check ((state = 'refused') = (refusal is not null)),
  check ((state = 'running') = (ended_at is null))
);
comment on table policy.library_run is 'Runs over libraries: under which law, and over what.';

-- The summary stands in the row of its partition: written once, whoever evaluates it again.
create table policy.library_partition (
  run_id text not null references policy.library_run on delete cascade,
  number integer not null check (number > 0),
  starts bigint not null check (starts >= 0),
  ends bigint not null,
  first_row bigint not null check (first_row > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  tries integer not null default 0,
  node text,
  begun_at timestamptz,
  ended_at timestamptz,
  cases integer check (cases >= 0),
  refused_rows jsonb,
  summary jsonb,
  refusal jsonb,
  primary key (run_id, number),
  check (ends > starts),
  check ((summary is null) = (ended_at is null)),
  check ((summary is null) = (cases is null))
);
comment on table policy.library_partition is 'The stretches of a run, and what each came to.';

-- Nothing here is for a person to write.
revoke insert, update, delete on policy.library_run, policy.library_partition from zhibu_person;
