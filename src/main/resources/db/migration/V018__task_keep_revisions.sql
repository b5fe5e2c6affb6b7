-- What people agreed to, as it was before somebody changed it: one row for each revision that is no longer the task's
-- own. A hold names the revision that its holder has seen.
create table task_revision (
    id         uuid        not null primary key,
    task_id    uuid        not null references task,
    revision   integer     not null,
    content    jsonb       not null,
    changed_at timestamptz not null,
    changed_by uuid        not null references member,
    constraint task_revision_once unique (task_id, revision),
    constraint task_revision_counts check (revision >= 1),
    constraint task_revision_is_an_object check (jsonb_typeof(content) = 'object')
);

grant select, insert on task_revision to ${app-role};
