-- What "what next" and the board look tasks up by. None of it depends on the columns that claims change (taken, fence),
-- and no index may: a claim stays a heap-only update.

-- A place on Mercator's map, which keeps angles: near a point, distances on the map are in the proportion of those on the
-- ground, so that the nearest on the map are the nearest. The poles are infinitely far away on it; 89 degrees is enough.
create function map_point(latitude double precision, longitude double precision) returns point
    language sql immutable parallel safe
return case when latitude is not null
            then point(longitude, degrees(ln(tan(radians(45 + greatest(-89, least(89, latitude)) / 2))))) end;

alter table task
    -- Since when its places can be taken; null for those that were open before this column.
    add opened_at  timestamptz,
    -- The group or the movement from which the audience is counted.
    add scope_id   uuid generated always as
        (case when audience in ('MOVEMENT', 'NEARBY') then movement_id else group_id end) stored,
    -- Where it is, if that is known; what can be done from anywhere may still be for people nearby.
    add map_point  point generated always as (map_point(latitude, longitude)) stored,
    -- Room for the next version of a row on its page, so that claims need not touch an index.
    set (fillfactor = 90);
