-- Addresses to which changes are sent. Its secrets are encrypted with a key that is not in the database.
create table webhook (
    id            uuid        not null primary key,
    version       bigint      not null,
    group_id      uuid        not null references local_group,
    owner_id      uuid        not null references member,
    program       boolean     not null,
    url           text        not null,
    types         text[]      not null,
    status        text        not null,
    reason        text,
    secret        bytea,
    former_secret bytea,
    former_until  timestamptz,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    constraint webhook_status_known check (status in ('ACTIVE', 'PAUSED', 'DISABLED', 'ENDED')),
    constraint webhook_reason_known check (reason in ('GONE', 'FAILING', 'OWNER')),
    constraint webhook_reason_is_whole check ((status = 'DISABLED') = (reason is not null)),
    constraint webhook_end_is_whole check ((status = 'ENDED') = (ended_at is not null)),
    -- What has ended signs nothing any more.
    constraint webhook_secret_is_whole check ((status = 'ENDED') = (secret is null)),
    constraint webhook_former_secret_is_whole check ((former_secret is null) = (former_until is null))
);
create index webhook_group_idx on webhook (group_id, id);
create index webhook_owner_idx on webhook (owner_id, id);
comment on column webhook.owner_id is 'Whose sight decides, at the moment of sending, what is sent.';

grant select, insert on webhook to ${app-role};
-- Whose it is and for which part of the tree never changes.
grant update (version, url, types, status, reason, secret, former_secret, former_until, ended_at)
    on webhook to ${app-role};

-- How far each has come. Apart, because it changes with every delivery.
create table webhook_progress (
    webhook_id    uuid        not null primary key references webhook,
    -- The place in the journal up to which changes were put into the log of deliveries.
    horizon       bigint      not null,
    position      bigint      not null,
    due_at        timestamptz not null,
    woken         boolean     not null,
    rest_until    timestamptz,
    lease_until   timestamptz,
    fence         bigint      not null,
    failures      integer     not null,
    failing_since timestamptz,
    delivered_at  timestamptz,
    constraint webhook_progress_failing_is_whole check ((failures = 0) = (failing_since is null))
);
create index webhook_progress_due_idx on webhook_progress (due_at);

grant select, insert, update on webhook_progress to ${app-role};

-- What was sent or waits to be sent: no content, that is in the journal.
create table webhook_delivery (
    id               uuid        not null primary key,
    webhook_id       uuid        not null references webhook,
    kind             text        not null,
    event_id         uuid        not null,
    type             text        not null,
    subject_id       uuid        not null,
    sequence         bigint      not null,
    horizon          bigint      not null,
    position         bigint      not null,
    status           text        not null,
    attempts         integer     not null,
    queued_at        timestamptz not null,
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz,
    http_status      integer,
    failure          text,
    duration_millis  integer,
    constraint webhook_delivery_once unique (webhook_id, event_id),
    constraint webhook_delivery_kind_known check (kind in ('CHANGE', 'PING')),
    constraint webhook_delivery_status_known check (status in ('PENDING', 'DELIVERED', 'DEAD', 'WITHHELD')),
    constraint webhook_delivery_goes_on_while_pending check ((status = 'PENDING') = (next_attempt_at is not null))
);
create index webhook_delivery_log_idx on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_pending_idx on webhook_delivery (webhook_id, subject_id, horizon, position)
    where status = 'PENDING';
create index webhook_delivery_waiting_idx on webhook_delivery (queued_at) where status = 'PENDING';
create index webhook_delivery_done_idx on webhook_delivery (queued_at) where status <> 'PENDING';

grant select, insert, update, delete on webhook_delivery to ${app-role};
