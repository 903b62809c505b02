-- The properties that features of a layer have, or had: by these a layer may be asked. Noted with
-- whatever is written, so that nobody has to look through all of a layer for a name.
create table land.property (
  layer text not null references land.layer (id) on delete cascade,
  name text not null,
  -- What its values are; nothing while none is known.
  kind text check (kind in ('array', 'boolean', 'number', 'object', 'string')),
  primary key (layer, name)
);
comment on table land.property is 'The properties that features of a layer have, or had.';

create function land.note_properties() returns trigger language plpgsql as $$
begin
  insert into land.property as known (layer, name, kind)
  select layer, key, max(jsonb_typeof(value)) filter (where jsonb_typeof(value) <> 'null')
    from fresh cross join lateral jsonb_each(properties)
   group by layer, key
   order by layer, key
  on conflict (layer, name) do update set kind = excluded.kind
   where known.kind is null and excluded.kind is not null;
  return null;
end
$$;

create trigger feature_notes_properties after insert on land.feature
  referencing new table as fresh for each statement execute function land.note_properties();
create trigger feature_notes_new_properties after update on land.feature
  referencing new table as fresh for each statement execute function land.note_properties();

insert into land.property (layer, name, kind)
select layer, key, max(jsonb_typeof(value)) filter (where jsonb_typeof(value) <> 'null')
  from (select layer, properties from land.feature
        union all
        select layer, properties from land.feature_past) as form
 cross join lateral jsonb_each(properties)
 where layer in (select id from land.layer)
 group by layer, key;
