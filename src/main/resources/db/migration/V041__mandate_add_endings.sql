-- That a mandate was ended, and what ended with it: so that it can be shown, and undone to the exact former state.
create table mandate_ending (
    id            uuid        not null primary key,
    mandate_id    uuid        not null references mandate,
    kind          text        not null,
    ended_by      uuid        not null references member,
    under_mandate uuid references mandate,
    successor_id  uuid references member,
    ended_at      timestamptz not null,
    undone_at     timestamptz,
    undone_by     uuid references member,
    constraint mandate_ending_kind_known check (kind in ('REVOKED', 'HANDED_OVER', 'UNVOUCHED', 'WITHDRAWN')),
    constraint mandate_ending_successor_is_whole check ((kind = 'HANDED_OVER') = (successor_id is not null)),
    constraint mandate_ending_undo_is_whole check ((undone_at is null) = (undone_by is null))
);
create index mandate_ending_mandate_idx on mandate_ending (mandate_id, id);

create table mandate_ending_item (
    ending_id  uuid not null references mandate_ending,
    mandate_id uuid not null references mandate,
    primary key (ending_id, mandate_id)
);

-- A mark belongs to what stopped the mandate, and is struck out, never taken away, when that is undone. A mandate is
-- dead while one of its marks stands. Revocations and suspensions strike out their own marks only.
alter table mandate_stop drop constraint mandate_stop_pkey;
alter table mandate_stop
    add column cause_id  uuid not null default '00000000-0000-0000-0000-000000000000',
    add column suspended boolean not null default false,
    add column undone_at timestamptz;
alter table mandate_stop add primary key (mandate_id, cause_id);
create index mandate_stop_cause_idx on mandate_stop (cause_id);

grant select, insert on mandate_ending, mandate_ending_item to ${app-role};
grant update (undone_at, undone_by) on mandate_ending to ${app-role};
grant update (undone_at) on mandate_stop to ${app-role};
