-- How many exports somebody begins in a day is counted as the rest of what they do.
alter table daily_budget drop constraint daily_budget_known;
alter table daily_budget
    add constraint daily_budget_known check (budget in ('TASKS', 'ASSIGNMENTS', 'PEOPLE', 'EXPORTS'));
