create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    subject_id  uuid,
    created_at  timestamptz not null default now(),
    constraint idempotency_key_used_once primary key (caller, key)
);
create index idempotency_key_age_idx on idempotency_key (created_at);
comment on column idempotency_key.subject_id is 'What the request made; empty only while it is being made.';

grant select, insert, update, delete on idempotency_key to ${app-role};
