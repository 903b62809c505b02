-- The ground: layers of features, each stored twice: in degrees (CGCS2000) to be drawn,
-- and in metres (3-degree Gauss-Krüger, 117° E) to be measured.
create schema land;

create table land.layer (
  id text primary key check (id ~ '^[a-z][a-z0-9_]*$'),
  title jsonb not null,
  layer_group text not null,
  geometry_kind text not null check (geometry_kind in ('point', 'line', 'polygon')),
  level text not null check (level in ('1', '2', '3', 'advice', 'none')),
  rule_set jsonb,
  synthetic boolean not null,
  source jsonb not null,
  dated text,
  min_zoom numeric not null check (min_zoom between 0 and 24),
  -- Where the layer speaks. Elsewhere it is silent: what it would say is unknown, not "no".
  coverage geometry(Geometry, 4490) not null,
  coverage_planar geometry(Geometry, 4548) not null,
  -- Names the input that the layer was loaded from, so that loading it again does nothing.
  stamp text not null,
  loaded_at timestamptz not null default now()
);
comment on table land.layer is 'The catalogue of the one map: what each layer is, how strictly it speaks, where it speaks.';

create table land.feature (
  layer text not null references land.layer on delete cascade,
  id text not null check (length(id) between 1 and 80),
  name_zh text not null,
  name_en text not null,
  geom geometry(Geometry, 4490) not null,
  planar geometry(Geometry, 4548) not null check (st_isvalid(planar)),
  -- Of a polygon, in whole 0.01 m²; 0 for points and lines.
  area_dm2 bigint not null check (area_dm2 >= 0),
  properties jsonb not null default '{}' check (jsonb_typeof(properties) = 'object'),
  synthetic boolean not null,
  valid_from date,
  primary key (layer, id)
);
comment on table land.feature is 'One feature of one layer. synthetic is true of everything that was made up.';
create index feature_by_degrees on land.feature using gist (geom);
create index feature_by_metres on land.feature using gist (planar);

create table land.city (
  id text primary key,
  -- The rings with their published and assumed figures, as the pack states them.
  zones jsonb not null,
  -- What the generator made: size, seed, counts, box; null where it made nothing.
  generated jsonb,
  stamp text not null,
  loaded_at timestamptz not null default now()
);
comment on table land.city is 'The city that the layers belong to: one row.';
