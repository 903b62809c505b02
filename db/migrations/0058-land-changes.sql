-- The ground in time: who changed which feature when and why, and what stood there before.

alter table land.layer add column accuracy jsonb;
alter table land.layer add column reach_m integer check (reach_m > 0);
-- Moves with every change to the layer: what was drawn from an older one is out of date.
alter table land.layer add column version bigint not null default 1;

create table land.change (
  id uuid primary key,
  layer text not null,
  kind text not null check (kind in ('import', 'edit', 'undo')),
  actor text not null,
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null default now(),
  -- The civil day from which the change holds on the ground.
  valid_from date not null,
  -- What an import rests on: where it comes from, of which day, how exact; null where it is unsaid.
  source text check (length(source) <= 500),
  dated text check (length(dated) <= 40),
  accuracy text check (length(accuracy) <= 200),
  -- Of an import: the file's name, size and hash, its form and coordinate system.
  file jsonb,
  added integer not null check (added >= 0),
  replaced integer not null check (replaced >= 0),
  retired integer not null check (retired >= 0),
  undoes uuid unique references land.change,
  check ((kind = 'undo') = (undoes is not null)),
  check ((kind = 'import') = (file is not null))
);
comment on table land.change is 'One change of one layer by one hand: an import, an edit, or the undoing of one of them.';
create index change_by_time on land.change (layer, at desc);

-- Features that came with the pack or the generator bear no change.
alter table land.feature add column change uuid references land.change;
alter table land.feature add column version integer not null default 1 check (version > 0);
create index feature_by_change on land.feature (change) where change is not null;

create table land.feature_past (
  layer text not null,
  id text not null,
  version integer not null,
  name_zh text not null,
  name_en text not null,
  geom geometry(Geometry, 4490) not null,
  planar geometry(Geometry, 4548) not null,
  area_dm2 bigint not null,
  properties jsonb not null,
  synthetic boolean not null,
  valid_from date,
  change uuid references land.change,
  -- The first day on which it no longer held; on a day it began and ended it is seen by nobody.
  valid_to date not null check (valid_from is null or valid_from <= valid_to),
  ended_by uuid not null references land.change,
  primary key (layer, id, version)
);
comment on table land.feature_past is 'What a feature was before a change replaced or retired it.';
create index feature_past_by_degrees on land.feature_past using gist (geom);
create index feature_past_by_end on land.feature_past (ended_by);
