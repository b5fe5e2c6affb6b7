alter table task add column campaign_id uuid references campaign;
