-- What a part of the tree asks of grants: what needs two people, and what vouches earn. The nearest rule above a group
-- that says something about vouches counts; what needs two people further up needs two people below as well.
create table mandate_rule (
    id                   uuid        not null primary key,
    version              bigint      not null,
    group_id             uuid        not null unique references local_group,
    two_person           text[]      not null,
    vouches_needed       smallint,
    vouched_capabilities text[],
    vouched_days         integer,
    set_by               uuid        not null references member,
    set_at               timestamptz not null,
    constraint mandate_rule_vouching_is_whole
        check ((vouches_needed is null) = (vouched_capabilities is null)
           and (vouches_needed is null) = (vouched_days is null)),
    constraint mandate_rule_vouches_in_range check (vouches_needed between 2 and 20),
    constraint mandate_rule_days_in_range check (vouched_days between 1 and 366),
    constraint mandate_rule_vouches_earn_something check (cardinality(vouched_capabilities) > 0)
);

alter table mandate drop constraint mandate_source_known;
alter table mandate add constraint mandate_source_known
    check (source in ('BOOTSTRAP', 'APPOINTED', 'DELEGATED', 'EARNED', 'VOUCHED'));
alter table mandate drop constraint mandate_source_is_whole;
alter table mandate add constraint mandate_source_is_whole
    check ((source in ('APPOINTED', 'DELEGATED')) = (granted_under is not null)
       and (source = 'EARNED') = (qualification_id is not null)
       and (source in ('EARNED', 'VOUCHED')) = (granted_by is null));

-- Who vouched for whom, kept for ever. Shown to the two and to those who may see mandates there.
create table vouch (
    id           uuid        not null primary key,
    group_id     uuid        not null references local_group,
    movement_id  uuid        not null references local_group,
    voucher_id   uuid        not null references member,
    member_id    uuid        not null references member,
    mandate_id   uuid references mandate,
    created_at   timestamptz not null,
    withdrawn_at timestamptz,
    constraint vouch_for_somebody_else check (voucher_id <> member_id)
);
create unique index vouch_once on vouch (group_id, voucher_id, member_id) where withdrawn_at is null;
create index vouch_voucher_idx on vouch (voucher_id, id);
create index vouch_member_idx on vouch (member_id, group_id);
create index vouch_group_idx on vouch (group_id, id);

grant select, insert, update on mandate_rule to ${app-role};
grant select, insert on vouch to ${app-role};
grant update (mandate_id, withdrawn_at) on vouch to ${app-role};
