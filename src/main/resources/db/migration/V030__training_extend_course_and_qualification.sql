-- Courses say who has the last word, what comes first and whose learning counts as much; qualifications can be renewed,
-- are warned about before they run out, and can be withdrawn.
alter table course
    -- AUTOMATIC: who did all modules is qualified. CONFIRMED: somebody says so.
    add completion text   not null default 'AUTOMATIC',
    add requires   uuid[] not null default '{}',
    add recognises uuid[] not null default '{}',
    add constraint course_completion_known check (completion in ('AUTOMATIC', 'CONFIRMED')),
    add constraint course_requirements_are_few check (cardinality(requires) <= 20 and not id = any (requires)),
    add constraint course_recognitions_are_few check (cardinality(recognises) <= 50 and not id = any (recognises));
-- Whose courses count as this one: asked from the side of the course that somebody took.
create index course_recognises_idx on course using gin (recognises);

alter table qualification
    -- Empty when nobody recorded it: its holder did the modules of the course.
    alter recorded_by drop not null,
    add renews_id       uuid references qualification,
    add warned_at       timestamptz,
    add withdrawn_at    timestamptz,
    add withdrawn_by    uuid references member,
    add withdraw_reason text,
    add constraint qualification_withdrawal_is_whole
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null)),
    add constraint qualification_warned_about_an_end check (warned_at is null or expires_at is not null);
create index qualification_expiry_idx on qualification (expires_at)
    where warned_at is null and withdrawn_at is null and expires_at is not null;

-- Which courses' qualification somebody holds: that of the course itself, or of one that it recognises. Whether it has
-- run out is for whoever asks, who knows the time.
create view held_qualification as
    select q.course_id, q.member_id, q.group_id, q.expires_at
    from qualification q
    where q.withdrawn_at is null
    union all
    select c.id, q.member_id, q.group_id, q.expires_at
    from qualification q
    -- The same condition twice: the first finds courses by what was taken, the second what was taken by course.
    join course c on c.recognises @> array [q.course_id] and q.course_id = any (c.recognises)
    where q.withdrawn_at is null;

grant select on held_qualification to ${app-role};
