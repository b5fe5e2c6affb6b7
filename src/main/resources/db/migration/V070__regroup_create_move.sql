-- That members are to go on in another group on a day, told to them ahead: some of them, or all with the work.
create table group_move (
    id             uuid        not null primary key,
    kind           text        not null,
    from_id        uuid        not null references local_group,
    -- Empty as long as the group is still to be made.
    into_id        uuid references local_group,
    into_path      text        not null,
    into_name      text,
    effective_at   timestamptz not null,
    planned_by     uuid        not null references member,
    -- All of them have to act on the day as well: what somebody planned ends with their authority.
    under_mandates uuid[]      not null,
    planned_at     timestamptz not null,
    status         text        not null,
    -- When nothing was left that had been on its way to a merged group before it said that it is one.
    sealed_at      timestamptz,
    ended_at       timestamptz,
    ended_by       uuid references member,
    end_reason     text,
    constraint group_move_kind_known check (kind in ('SPLIT', 'MERGE')),
    constraint group_move_status_known check (status in ('PLANNED', 'RUNNING', 'DONE', 'CANCELLED')),
    constraint group_move_goes_somewhere check (into_id is not null or into_name is not null and kind = 'SPLIT'),
    constraint group_move_not_into_itself check (into_id <> from_id),
    constraint group_move_under_something check (cardinality(under_mandates) > 0),
    constraint group_move_end_is_whole check ((status in ('DONE', 'CANCELLED')) = (ended_at is not null)),
    constraint group_move_reason_is_whole check ((status = 'CANCELLED') = (end_reason is not null)),
    constraint group_move_reason_known
        check (end_reason in ('WITHDRAWN', 'AUTHORITY_ENDED', 'GROUP_MERGED', 'GROUPS_BELOW', 'KINDS_LEFT',
                              'GROUP_MISSING'))
);
create index group_move_from_idx on group_move (from_id, id);
create index group_move_into_idx on group_move (into_id, id);
create index group_move_due_idx on group_move (effective_at) where status in ('PLANNED', 'RUNNING');
-- A group becomes part of one other.
create unique index group_move_merge_once on group_move (from_id) where kind = 'MERGE' and status in ('PLANNED', 'RUNNING');

-- Whom it names; of a merge, which names nobody, who declined.
create table group_move_person (
    move_id     uuid    not null references group_move,
    member_id   uuid    not null references member,
    from_id     uuid    not null references local_group,
    named       boolean not null,
    declined_at timestamptz,
    result      text,
    constraint group_move_person_once primary key (move_id, member_id),
    constraint group_move_person_result_known check (result in ('MOVED', 'GONE', 'DECLINED', 'CANCELLED')),
    constraint group_move_person_unnamed_declined check (named or declined_at is not null)
);
-- Of two plans that name one member of a group, one is made.
create unique index group_move_person_named_once on group_move_person (from_id, member_id) where named and result is null;
create index group_move_person_member_idx on group_move_person (member_id) where result is null;

grant select, insert on group_move, group_move_person to ${app-role};
grant update (into_id, status, sealed_at, ended_at, ended_by, end_reason) on group_move to ${app-role};
grant update (declined_at, result) on group_move_person to ${app-role};
