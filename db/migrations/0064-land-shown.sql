-- What tiles show of a feature, made whenever it is written: to make it for each tile again took
-- most of the time that a tile took.

-- Properties that go into tiles: those by which styles draw, and those that are told from near.
-- Values that a tile cannot hold stay out.
create function land.shown_of(properties jsonb) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(key, value), '{}')
    from jsonb_each(properties)
   where key in ('adcode', 'block', 'built_year', 'class', 'compound', 'current_use',
                 'danger_grade', 'floors', 'height', 'idle', 'keep_mark', 'kind', 'owner_kind',
                 'papers', 'ring', 'structure', 'use', 'width', 'zone')
     and jsonb_typeof(value) in ('boolean', 'number', 'string')
$$;

-- The zoom from which a feature is drawn at the earliest: that of its layer or, unless the layer is
-- dense and counted until then, that at which an area covers two units of the screen a side, or a
-- line reaches over sixteen. A screen has 512 units to a tile; areas are told at 40° north.
create function land.from_zoom_of(layer text, min_zoom numeric, geom geometry, area_dm2 bigint)
returns smallint language sql immutable parallel safe as $$
  select greatest(0, ceil(least(ceil(min_zoom), case
    when layer in ('ancient_trees', 'buildings', 'courtyards', 'facilities', 'parcels', 'spaces',
                   'surroundings', 'trees') then 24
    when st_dimension(geom) = 0 then 0
    when st_dimension(geom) = 1 then
      log(2, (360 * 16 / 512.0 / greatest(
        st_xmax(geom) - st_xmin(geom), st_ymax(geom) - st_ymin(geom), 1e-6))::numeric) - 0.01
    else
      log(2, (400750167 * 2 * 0.766 / 512 / sqrt(greatest(area_dm2, 1)))::numeric) - 0.01
    end)))::smallint
$$;

alter table land.feature
  add column shown jsonb,
  add column from_zoom smallint,
  add column afar geometry(Geometry, 3857);
comment on column land.feature.shown is 'The properties that tiles hold.';
comment on column land.feature.from_zoom is 'No tile before this zoom shows the feature.';
comment on column land.feature.afar is
  'The shape for tiles until zoom 12, without what is smaller than half a unit of these.';

create function land.draw_feature() returns trigger language plpgsql as $$
begin
  new.shown := land.shown_of(new.properties);
  new.from_zoom := land.from_zoom_of(
    new.layer, (select min_zoom from land.layer where id = new.layer), new.geom, new.area_dm2);
  new.afar := case when new.from_zoom <= 12 then
    st_transform(st_simplify(new.geom, 180 / 2 ^ 12 / 4096, true), 3857) end;
  return new;
end
$$;

create trigger feature_is_drawn before insert or update of layer, geom, area_dm2, properties
  on land.feature for each row execute function land.draw_feature();

update land.feature set properties = properties;

alter table land.feature
  alter column shown set not null,
  alter column from_zoom set not null;

create function land.draw_layer() returns trigger language plpgsql as $$
begin
  update land.feature set properties = properties where layer = new.id;
  return null;
end
$$;

create trigger layer_is_drawn after update of min_zoom on land.layer
  for each row when (old.min_zoom is distinct from new.min_zoom)
  execute function land.draw_layer();

create index feature_afar_8 on land.feature using gist (afar) where from_zoom <= 8;
create index feature_afar_10 on land.feature using gist (afar) where from_zoom <= 10;
create index feature_afar_12 on land.feature using gist (afar) where from_zoom <= 12;

analyze land.feature;
