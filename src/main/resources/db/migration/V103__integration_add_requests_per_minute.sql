alter table integration
    add requests_per_minute integer
        constraint integration_requests_are_sensible check (requests_per_minute between 1 and 6000);
comment on column integration.requests_per_minute is 'Empty: as many as the service gives every program.';
