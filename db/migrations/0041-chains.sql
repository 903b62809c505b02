-- Rows that may never change are sealed: hashed in the order of their ids, each seal with the hash
-- of the one before. How a row is written for its hash stands in src/store/chain/encoding.ts.
create table store.seal (
  room text not null,
  chain text not null,
  number bigint not null check (number > 0),
  -- The ids from here to there, both included: what a seal covers has no gap to the one before.
  from_id bigint not null,
  to_id bigint not null check (to_id >= from_id),
  row_count integer not null check (row_count > 0),
  -- The columns that were hashed: a column that comes later is not in the seals before it.
  column_names text[] not null,
  -- For each row its id (8 bytes, big-endian) and its hash (32 bytes): by these a row is named.
  leaves bytea not null check (length(leaves) = 40 * row_count),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  previous text not null check (previous ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (room, chain, number),
  unique (room, chain, to_id)
);
comment on table store.seal is 'What was sealed of each chain: rows, their hashes, the seal before.';

create function store.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is never changed: % refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;

create trigger seal_is_never_changed before update or delete on store.seal
  for each row execute function store.refuse_change();
create trigger seal_is_never_emptied before truncate on store.seal
  for each statement execute function store.refuse_change();
do $$
begin
  execute format('revoke update, delete, truncate on store.seal from %I', current_user);
end
$$;
-- A person neither reads nor moves what only the program keeps.
revoke all on store.seal, store.cursor from zhibu_person;

create trigger audit_numbers_transaction before insert on people.audit
  for each statement execute function store.number_transaction();
