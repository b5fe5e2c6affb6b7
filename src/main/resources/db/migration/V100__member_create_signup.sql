-- Invitations to whoever reads an e-mail address, left by programs. Of the address there is a hash, and nothing else of the
-- person; it goes once nobody waits for them any more.
create table signup (
    id          uuid        not null primary key,
    version     bigint      not null,
    group_id    uuid        not null references local_group,
    email_hash  bytea,
    member_id   uuid references member,
    created_by  uuid        not null references member,
    mandate_id  uuid        not null references mandate,
    created_at  timestamptz not null,
    modified_at timestamptz not null,
    constraint signup_once_per_group unique (group_id, email_hash),
    constraint signup_hash_is_sha256 check (octet_length(email_hash) = 32),
    constraint signup_times_run_forward check (modified_at >= created_at)
);
create index signup_waiting_idx on signup (email_hash) where member_id is null;
create index signup_to_forget_idx on signup (modified_at) where email_hash is not null;
comment on column signup.member_id is 'Empty until the person is known.';

grant select, insert on signup to ${app-role};
grant update (version, email_hash, member_id, mandate_id, modified_at) on signup to ${app-role};
