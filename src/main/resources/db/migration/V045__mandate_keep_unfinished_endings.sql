-- An ending is written when it is decided, with all that it takes to finish it: whatever cuts it off, somebody does.
-- What was there before, and what an older version still writes, is finished.
alter table mandate_ending
    add column reason          text,
    add column next_mandate_id uuid references mandate,
    add column finished_at     timestamptz default now();
create index mandate_ending_unfinished_idx on mandate_ending (ended_at) where finished_at is null;
create index mandate_ending_item_mandate_idx on mandate_ending_item (mandate_id);

-- The same for the marks of a suspension: when the writers in flight were waited for and the work was handed on.
alter table mandate_stop add column rested_at timestamptz default now();
create index mandate_stop_unrested_idx on mandate_stop (stopped_at)
    where suspended and rested_at is null and undone_at is null;

grant update (finished_at) on mandate_ending to ${app-role};
grant update (rested_at) on mandate_stop to ${app-role};
