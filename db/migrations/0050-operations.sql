-- The room `operations`: which backups were made, so that every node knows how old the last one is.
create schema operations;

create table operations.backup (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  file text not null check (file !~ '/'),
  row_count bigint not null check (row_count >= 0),
  size_bytes bigint not null check (size_bytes > 0),
  encrypted boolean not null
);
comment on table operations.backup is 'Backups that were written whole, by the name of their file.';
create index backup_by_time on operations.backup (at);

-- A turn of the schedule belongs to the node that wrote its row: several nodes make one backup.
create table operations.backup_slot (
  slot text primary key,
  claimed_at timestamptz not null default now()
);
comment on table operations.backup_slot is 'Turns of the backup schedule that a node has taken.';

-- Nothing here is for a person to write.
revoke all on operations.backup, operations.backup_slot from zhibu_person;
