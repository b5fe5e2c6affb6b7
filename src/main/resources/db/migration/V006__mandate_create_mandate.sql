create table mandate (
    id               uuid        not null primary key,
    member_id        uuid        not null references member,
    group_id         uuid        not null references local_group,
    role             text,
    capabilities     text[]      not null,
    source           text        not null,
    granted_by       uuid references member,
    granted_under    uuid references mandate,
    qualification_id uuid,
    delegation_depth smallint    not null,
    valid_from       timestamptz not null,
    valid_until      timestamptz,
    created_at       timestamptz not null,
    revoked_at       timestamptz,
    revoked_by       uuid references member,
    revoke_reason    text,
    constraint mandate_role_known check (role in ('LEAD', 'ORGANISER', 'TRAINER', 'VERIFIER', 'STEWARD')),
    constraint mandate_allows_something check (cardinality(capabilities) > 0),
    constraint mandate_source_known check (source in ('BOOTSTRAP', 'APPOINTED', 'DELEGATED', 'EARNED')),
    -- Handed on by somebody under their own mandate, or earned by a qualification, or the admin's first appointment.
    constraint mandate_source_is_whole
        check ((source in ('APPOINTED', 'DELEGATED')) = (granted_under is not null)
           and (source = 'EARNED') = (qualification_id is not null)
           and (source = 'EARNED' or granted_by is not null)),
    constraint mandate_not_to_oneself check (source = 'EARNED' or granted_by <> member_id),
    constraint mandate_term_runs_forward check (valid_until > valid_from),
    constraint mandate_depth_bounded check (delegation_depth between 0 and 9),
    constraint mandate_revocation_is_whole
        check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
);
create index mandate_member_idx on mandate (member_id) where revoked_at is null;
create index mandate_group_idx on mandate (group_id, id);
create index mandate_granted_under_idx on mandate (granted_under);

-- A mandate with a mark here is dead, whatever its own row says: revoking commits the mark first, so that writers who
-- keep the row shared cannot hold the revocation up. Every writer looks here after its share lock.
create table mandate_stop (
    mandate_id uuid        not null primary key references mandate,
    stopped_at timestamptz not null default clock_timestamp()
);

grant select, insert on mandate to ${app-role};
grant update (revoked_at, revoked_by, revoke_reason) on mandate to ${app-role};
grant select, insert on mandate_stop to ${app-role};
