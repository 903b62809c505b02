-- An Idempotency-Key belongs to whoever sent it: sent by somebody else it is simply another key.
-- Of the answers kept so far nobody knows whose they are. They are a cache of two days, so they go.
delete from store.idempotency;

alter table store.idempotency
  add column caller text not null check (caller ~ '^(anonymous|(account|system):.+)$'),
  drop constraint idempotency_pkey,
  add primary key (caller, key, route);
comment on table store.idempotency is
  'Answers of creating requests, by who asked, Idempotency-Key and route.';

-- An answer may hold what only its first reader should see.
alter table store.idempotency enable row level security;
create policy idempotency_is_ones_own on store.idempotency to zhibu_person
  using (caller = coalesce('account:' || people.account(), 'anonymous'))
  with check (caller = coalesce('account:' || people.account(), 'anonymous'));
