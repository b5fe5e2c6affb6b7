-- How many requests somebody has sent in the window that runs, over all replicas. Unlogged: a count costs no write to disk, and
-- after a crash of the server all begin anew. Rows stay in their page, of which half is kept free for their next version.
create unlogged table rate_window (
    owner   text        not null primary key,
    spent   bigint      not null,
    given   bigint      not null,
    ends_at timestamptz not null,
    constraint rate_window_counts_up check (given >= 0 and spent >= given)
) with (fillfactor = 50);
comment on table rate_window is 'Removed a minute after the window has ended.';
comment on column rate_window.given is 'What the last replica that asked was given of it.';

grant select, insert, update, delete on rate_window to ${app-role};
