-- What is near a place is looked for within a kilometre. Layers that hold a feature every few
-- metres never answer that, so they stand in no way of those that do.
create index feature_sparse_by_metres on land.feature using gist (planar)
  where layer not in
    ('buildings', 'courtyards', 'facilities', 'parcels', 'spaces', 'streets', 'surroundings', 'trees');
