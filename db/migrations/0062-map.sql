-- What the map counts from afar: how many features of a dense layer lie in each square of the
-- world at one zoom. Written anew by the room's reader of events, and held by nothing else.
create schema map;

create table map.cell (
  layer text not null,
  zoom smallint not null check (zoom between 0 and 24),
  x integer not null check (x >= 0),
  y integer not null check (y >= 0),
  feature_count integer not null check (feature_count > 0),
  primary key (layer, zoom, x, y)
);
comment on table map.cell is 'Features of a dense layer counted by square of the web map, to be shown from afar.';
