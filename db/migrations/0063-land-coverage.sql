-- Layers that speak for the same ground are told by this: it is asked once whether a place lies in it.
alter table land.layer
  add column coverage_hash text not null generated always as (md5(st_asbinary(coverage_planar))) stored;
