-- The application's own role (placeholder app-role) may use the schema and nothing more; each migration grants what
-- its tables need. The role itself is made with the database, see docs/operations.md.
revoke create on schema public from public;
grant usage on schema public to ${app-role};
grant select on flyway_schema_history to ${app-role};

create table journal (
    position     bigint generated always as identity,
    id           uuid        not null primary key,
    type         text        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    seq          bigint      not null,
    -- The transaction below whose end this row is final: its own, or a later one that changed the subject before.
    horizon      xid8        not null,
    xid          xid8        not null default pg_current_xact_id(),
    -- Empty for what concerns a person and no group, such as their first sign-in.
    group_id     uuid,
    group_path   text,
    actor_id     uuid,
    mandate_id   uuid,
    request_id   text        not null,
    at           timestamptz not null default clock_timestamp(),
    data         jsonb       not null,
    constraint journal_subject_seq_once unique (subject_id, seq),
    constraint journal_group_is_whole check ((group_id is null) = (group_path is null)),
    constraint journal_seq_starts_at_one check (seq >= 1),
    constraint journal_type_names_its_subject check (type like subject_type || '.%')
);
create index journal_in_order_idx on journal (horizon, position);
create index journal_group_in_order_idx on journal (group_id, horizon, position);
comment on table journal is 'Append-only: the application role may neither update nor delete.';

grant select, insert on journal to ${app-role};
