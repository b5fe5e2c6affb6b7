-- A file with people, from the upload to the last of them. docs/members-import.md draws its states.
create table member_import (
    id            uuid        not null primary key,
    group_id      uuid        not null references local_group,
    uploaded_by   uuid        not null references member,
    started_by    uuid references member,
    source        text        not null,
    -- How the file is read: its separator, what its columns are called, where numbers without a country code are from.
    layout        jsonb       not null,
    bytes         bigint      not null,
    status        text        not null,
    status_since  timestamptz not null,
    uploaded_at   timestamptz not null,
    ended_at      timestamptz,
    failure       text,
    failed_after  bigint,
    lines         bigint      not null default 0,
    creates       bigint      not null default 0,
    matches       bigint      not null default 0,
    members       bigint      not null default 0,
    duplicates    bigint      not null default 0,
    repeated      bigint      not null default 0,
    opted_out     bigint      not null default 0,
    objected      bigint      not null default 0,
    refused       bigint      not null default 0,
    unread_phones bigint      not null default 0,
    handled       bigint      not null default 0,
    created       bigint      not null default 0,
    updated       bigint      not null default 0,
    forgotten     bigint      not null default 0,
    purged        boolean     not null default false,
    constraint member_import_status_known check (status in
        ('UPLOADED', 'CHECKING', 'PREVIEW', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    constraint member_import_end_is_whole check ((ended_at is not null) = (status in ('DONE', 'CANCELLED', 'FAILED'))),
    constraint member_import_failure_is_whole check (failure is null or status in ('FAILED', 'CANCELLED'))
);
-- Two at once could each take the other's people for new.
create unique index member_import_one_at_a_time on member_import (group_id) where ended_at is null;
create index member_import_group_idx on member_import (group_id, id);
create index member_import_due_idx on member_import (id) where status in ('UPLOADED', 'CHECKING', 'RUNNING');
create index member_import_unpurged_idx on member_import (status_since) where not purged;
grant select, insert, update on member_import to ${app-role};

-- How far the work is. A row of its own, locked by the replica that works: whoever cancels needs not wait for it.
create table import_work (
    import_id uuid   not null primary key references member_import,
    -- Records of the file that are checked.
    checked   bigint not null default 0,
    -- The last line that is handled.
    handled   bigint not null default 0
);
grant select, insert, update on import_work to ${app-role};

-- The file, until it is checked. It comes before its import does, which is made when all of it is here.
create table import_chunk (
    upload_id   uuid        not null,
    number      integer     not null,
    content     bytea       not null,
    received_at timestamptz not null,
    primary key (upload_id, number)
);
create index import_chunk_received_idx on import_chunk (received_at);
grant select, insert, delete on import_chunk to ${app-role};

-- What the file says, line by line, until it is handled; of lines that brought nobody, why, for some days.
create table import_line (
    import_id   uuid   not null references member_import,
    line        bigint not null,
    verdict     text   not null,
    email       text,
    phone       text,
    first_name  text,
    last_name   text,
    external_id text,
    reason      text,
    column_name text,
    cell        text,
    -- What it resembles or repeats.
    of_line     bigint,
    of_contact  uuid,
    of_member   uuid,
    decision    text,
    primary key (import_id, line),
    constraint import_line_verdict_known check (verdict in
        ('CREATE', 'MATCH', 'MEMBER', 'DUPLICATE', 'REPEATED', 'OPTED_OUT', 'OBJECTED', 'REFUSED')),
    constraint import_line_decision_of_duplicate check (decision is null or verdict = 'DUPLICATE')
);
create index import_line_email_idx on import_line (import_id, email) where email is not null;
create index import_line_phone_idx on import_line (import_id, phone) where phone is not null;
create index import_line_verdict_idx on import_line (import_id, verdict, line);
grant select, insert, update, delete on import_line to ${app-role};
