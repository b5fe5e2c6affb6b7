-- Where a credential's bit is in the published status lists. It gets its place when it is signed for the first time:
-- a certificate whose credential nobody has needs none.
alter table certificate
    add status_list  integer,
    add status_index integer,
    add constraint certificate_status_place_is_whole check ((status_list is null) = (status_index is null)),
    add constraint certificate_status_place_is_in_a_list check (status_list >= 0 and status_index between 0 and 131071),
    add constraint certificate_status_place_once unique (status_list, status_index);

-- What a list is made of: certificates that their holders revoked, and those of qualifications that were withdrawn.
create index certificate_revoked_idx on certificate (status_list) where revoked_at is not null;
create index qualification_withdrawn_idx on qualification (id) where withdrawn_at is not null;
