-- Files on their way onto the map: kept with what was found in them until they are in or given up.

-- Where a layer speaks by what was loaded, and where by what a change brought: together its coverage.
alter table land.layer add column loaded_coverage geometry(Geometry, 4490);
alter table land.layer add column loaded_coverage_planar geometry(Geometry, 4548);
update land.layer set loaded_coverage = coverage, loaded_coverage_planar = coverage_planar;
alter table land.change add column coverage geometry(Geometry, 4490);
alter table land.change add column coverage_planar geometry(Geometry, 4548);

create table land.import (
  id uuid primary key,
  layer text not null,
  -- The code of the district to which it is limited; null for the whole city.
  district text,
  name text not null check (length(name) between 1 and 200),
  bytes bigint not null check (bytes >= 0),
  -- Of the whole file; null until all of it is there.
  sha256 text,
  actor text not null,
  at timestamptz not null default now(),
  state text not null
    check (state in ('receiving', 'reading', 'waiting', 'importing', 'done', 'refused',
                     'cancelled')),
  done integer not null default 0 check (done >= 0),
  total integer check (total >= 0),
  findings jsonb,
  -- How it is to be done, as it was confirmed.
  wanted jsonb,
  problem jsonb,
  refused_rows integer not null default 0 check (refused_rows >= 0),
  change uuid references land.change
);
comment on table land.import is 'One file on its way into one layer.';
create index import_by_time on land.import (at desc);

create table land.import_part (
  import uuid not null references land.import on delete cascade,
  part integer not null check (part >= 0),
  bytes bytea not null,
  primary key (import, part)
);
comment on table land.import_part is 'The file of an import in parts; gone once it is in or given up.';

create table land.import_row (
  import uuid not null references land.import on delete cascade,
  number integer not null check (number > 0),
  id text not null,
  name_zh text not null,
  name_en text not null,
  geom geometry(Geometry, 4490) not null,
  planar geometry(Geometry, 4548) not null,
  area_dm2 bigint not null,
  properties jsonb not null,
  synthetic boolean not null,
  valid_from date,
  primary key (import, number)
);
comment on table land.import_row is 'Rows made ready: one statement puts all of them onto the map.';
create index import_row_by_id on land.import_row (import, id);

create table land.import_refusal (
  import uuid not null references land.import on delete cascade,
  number integer not null,
  fault jsonb not null,
  primary key (import, number)
);
comment on table land.import_refusal is 'Rows that cannot be taken, each with its first fault.';
