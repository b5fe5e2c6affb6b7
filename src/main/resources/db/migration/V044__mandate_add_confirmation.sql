-- A grant that two people make: it acts once somebody other than who granted it has confirmed it.
alter table mandate
    add column needs_confirmation boolean not null default false,
    add column confirmed_by       uuid references member,
    add column confirmed_at       timestamptz,
    add constraint mandate_confirmation_is_whole
        check ((confirmed_at is null) = (confirmed_by is null) and (needs_confirmation or confirmed_at is null)),
    add constraint mandate_confirmed_by_somebody_else check (confirmed_by <> granted_by and confirmed_by <> member_id);

grant update (confirmed_by, confirmed_at) on mandate to ${app-role};

-- What acts now, by the clock that all replicas share.
create view live_mandate as
select m.* from mandate m
where m.revoked_at is null
  and (not m.needs_confirmation or m.confirmed_at is not null)
  and m.valid_from <= now() and (m.valid_until is null or m.valid_until > now())
  and not exists (select 1 from mandate_stop s where s.mandate_id = m.id and s.undone_at is null);

grant select on live_mandate to ${app-role};
