-- A program that somebody let in: one client of the issuer, bound to a part of the tree with named scopes until a day.
create table integration (
    id           uuid        not null primary key,
    issuer_key   text        not null,
    client_id    text        not null,
    member_id    uuid        not null unique references member,
    group_id     uuid        not null references local_group,
    mandate_id   uuid unique references mandate,
    name         text        not null,
    scopes       text[]      not null,
    created_by   uuid        not null references member,
    created_at   timestamptz not null,
    valid_until  timestamptz not null,
    last_used_at timestamptz,
    ended_at     timestamptz,
    ended_by     uuid references member,
    constraint integration_opens_something check (cardinality(scopes) > 0),
    constraint integration_term_runs_forward check (valid_until > created_at),
    -- Nobody ends what ran out and made room for another of the same client.
    constraint integration_end_is_whole check (ended_by is null or ended_at is not null)
);
create unique index integration_client_once on integration (issuer_key, client_id) where ended_at is null;
create index integration_group_idx on integration (group_id, id);
comment on column integration.member_id is 'Under which the program acts: the journal and what it makes name it.';
comment on column integration.mandate_id is 'What it may do; empty when its scopes need no capability.';

grant select, insert on integration to ${app-role};
grant update (last_used_at, ended_at, ended_by) on integration to ${app-role};
