-- The room `policy`: official texts that an operator imported, and stored evaluations.
create schema policy;

create table policy.document (
  document_id text primary key,
  title text not null,
  source_name text not null,
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  items integer not null check (items > 0),
  imported_at timestamptz not null
);

create table policy.clause (
  document_id text not null references policy.document on delete cascade,
  item text not null,
  place integer not null,
  mechanism integer not null check (mechanism > 0),
  standing text not null,
  lead text not null,
  body text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (document_id, item)
);

-- An evaluation keeps what a replay needs: law time, encoding, facts, engine. Anonymous ones expire.
create table policy.evaluation (
  evaluation_id text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  as_of date not null,
  encoding text not null,
  engine text not null,
  question jsonb not null,
  facts jsonb not null,
  answers jsonb not null,
  check (expires_at > created_at)
);

create index evaluation_expires_at on policy.evaluation (expires_at);
