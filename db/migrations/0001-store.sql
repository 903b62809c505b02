-- What every room stands on: the spatial types, the record of migrations, the events.
create extension if not exists postgis;

create schema store;

create table store.migration (
  name text primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  applied_at timestamptz not null default now()
);
comment on table store.migration is 'Migrations applied, with the hash of the file as it was then.';

-- Upward effects: a lower room appends in its own transaction, an upper room's job reads.
-- Readers take rows with txid < pg_snapshot_xmin(pg_current_snapshot()): of a transaction that is
-- still open a smaller id may yet appear, below that line none can.
create table store.event (
  id bigint generated always as identity primary key,
  txid xid8 not null default pg_current_xact_id(),
  room text not null,
  kind text not null,
  subject text not null,
  detail jsonb not null default '{}',
  at timestamptz not null default now()
);
comment on table store.event is 'What happened, in the order of ids, for the jobs of the rooms above.';
create index event_by_room on store.event (room, id);

-- The answer to a request that creates something, so that its repetition creates nothing. Written
-- in the transaction of the creation itself: both are there, or neither.
create table store.idempotency (
  key text not null check (length(key) between 1 and 200),
  route text not null,
  request_sha256 text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (key, route)
);
comment on table store.idempotency is 'Answers of creating requests, by Idempotency-Key and route.';
create index idempotency_by_age on store.idempotency (at);
