-- Calendars that programs follow by a link. Of the link only a hash is kept: who reads this table has no link.
create table calendar (
    id         uuid        not null primary key,
    version    bigint      not null,
    member_id  uuid        not null references member,
    -- Whose tasks it has; empty for the owner's own commitments.
    group_id   uuid references local_group,
    detail     text        not null,
    link_hash  bytea       not null,
    made_at    timestamptz not null,
    linked_at  timestamptz not null,
    revoked_at timestamptz,
    constraint calendar_link_once unique (link_hash),
    constraint calendar_hash_is_sha256 check (octet_length(link_hash) = 32),
    constraint calendar_detail_known check (detail in ('TIMES', 'TITLES', 'PLACES')),
    constraint calendar_of_a_group_has_titles check (group_id is null or detail = 'TITLES')
);
create index calendar_member_idx on calendar (member_id, id);

grant select, insert on calendar to ${app-role};
-- Whose it is and what is in it never changes.
grant update (version, link_hash, linked_at, revoked_at) on calendar to ${app-role};
