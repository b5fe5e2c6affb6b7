-- When the term of a mandate had run out and the work under it was handed on.
alter table mandate
    add column lapsed_at timestamptz,
    add constraint mandate_lapses_after_its_term check (lapsed_at >= valid_until);
create index mandate_lapsing_idx on mandate (valid_until)
    where valid_until is not null and revoked_at is null and lapsed_at is null;

grant update (lapsed_at) on mandate to ${app-role};
