-- How much of a day's budget somebody has used. One row per person, day and budget, raised by one conditional statement:
-- however many requests there are at once, no more than the budget goes through.
create table daily_budget (
    member_id uuid    not null references member,
    day       date    not null,
    budget    text    not null,
    used      integer not null,
    primary key (member_id, day, budget),
    constraint daily_budget_known check (budget in ('TASKS', 'ASSIGNMENTS', 'PEOPLE')),
    constraint daily_budget_is_used check (used >= 0)
);
create index daily_budget_day_idx on daily_budget (day);

-- Whom somebody has looked at on a day, so that nobody counts twice. Deleted when the day is over.
create table person_look (
    member_id uuid not null references member,
    day       date not null,
    person_id uuid not null references member,
    primary key (member_id, day, person_id),
    constraint person_look_at_somebody_else check (member_id <> person_id)
);
create index person_look_day_idx on person_look (day);

grant select, insert, update, delete on daily_budget to ${app-role};
grant select, insert, delete on person_look to ${app-role};
