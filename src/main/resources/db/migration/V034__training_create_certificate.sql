-- A public link to the proof of a qualification. Of the link only a hash is kept: who reads this table has no link.
create table certificate (
    id               uuid        not null primary key,
    qualification_id uuid        not null references qualification,
    member_id        uuid        not null references member,
    link_hash        bytea       not null,
    shows_name       boolean     not null,
    issued_at        timestamptz not null,
    revoked_at       timestamptz,
    constraint certificate_link_once unique (link_hash),
    constraint certificate_hash_is_sha256 check (octet_length(link_hash) = 32)
);
create index certificate_member_idx on certificate (member_id, id);
create index certificate_qualification_idx on certificate (qualification_id);

grant select, insert, update on certificate to ${app-role};
