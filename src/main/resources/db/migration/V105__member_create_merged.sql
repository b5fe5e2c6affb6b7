-- That somebody's two accounts are one member. Whoever went has no account and no personal data any more; what they did before
-- is still theirs in the journal, and by this row it is found from whoever they are now.
create table member_merged (
    gone_id  uuid        not null primary key references member,
    stays_id uuid        not null references member,
    at       timestamptz not null,
    constraint member_merged_into_somebody_else check (gone_id <> stays_id)
);
create index member_merged_stays_idx on member_merged (stays_id);
comment on column member_merged.stays_id is 'Never somebody who went: follows whoever stayed when they go too.';

grant select, insert on member_merged to ${app-role};
grant update (stays_id) on member_merged to ${app-role};

grant update (member_id) on identity to ${app-role};
grant update (member_id) on task_invitation to ${app-role};
grant update (member_id) on rescue_call to ${app-role};
grant update (member_id) on work_undo to ${app-role};
grant update (member_id) on calendar to ${app-role};

-- Whoever was on the way as the one who went while the merge took place brings nothing to them after it. After the reference has
-- been checked (triggers come in the order of their names), so that whoever waited for the merge there sees it.
create function member_is_still_there() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.member_id is not distinct from new.member_id then
        return null; -- what stayed with who went can be put right like everything else
    end if;
    if exists (select 1 from member_merged where gone_id = new.member_id) then
        raise lock_not_available using message = 'This member is part of another since a moment ago';
    end if;
    return null;
end
$$;

create trigger member_is_still_there after insert or update of member_id on identity
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on membership
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert on suspension
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert on mandate
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on assignment
    for each row when (new.member_id is not null) execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on waiter
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert on task_invitation
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on qualification
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on enrolment
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on quiz_attempt
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on certificate
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on attendance
    for each row execute function member_is_still_there();
create trigger member_is_still_there after insert or update of member_id on calendar
    for each row execute function member_is_still_there();
