-- Somebody whom a group expects: brought in from a file, not yet here. It is an invitation by e-mail address, waits for whoever
-- signs in with that address, and is deleted when they join, when they object or when its time is over.
create table contact (
    id          uuid        not null primary key,
    group_id    uuid        not null references local_group,
    -- As org.barnstorm.member.Email writes it.
    email       text        not null,
    phone       text,
    first_name  text,
    last_name   text,
    -- Under which the movement's other tool knows them.
    external_id text,
    brought_at  timestamptz not null,
    expires_at  timestamptz not null,
    constraint contact_once unique (group_id, email),
    constraint contact_phone_is_international check (phone ~ '^\+[1-9][0-9]{4,14}$')
);
create index contact_email_idx on contact (email);
create index contact_phone_idx on contact (group_id, phone) where phone is not null;
create index contact_page_idx on contact (group_id, id);
create index contact_expiry_idx on contact (expires_at);
comment on table contact is 'Personal data of people who have not signed in. Read it by name, for a purpose; never copy it elsewhere.';
grant select, insert, update, delete on contact to ${app-role};

-- Who does not want to be expected in a group, or was forgotten there. Only a hash is kept, so that no file brings them back.
create table objection (
    id         uuid        not null primary key,
    group_id   uuid        not null references local_group,
    email_hash bytea       not null,
    made_at    timestamptz not null,
    constraint objection_once unique (group_id, email_hash),
    constraint objection_hash_is_sha256 check (octet_length(email_hash) = 32)
);
grant select, insert on objection to ${app-role};

-- Only who has proved that an address is theirs is the person whom somebody else meant by it. All earlier addresses are
-- proved: the realm lets nobody finish signing in before.
alter table person add column email_verified boolean not null default false;
update person set email_verified = true where email is not null;
create index person_email_idx on person (lower(btrim(email)));
create index person_phone_idx on person (phone) where phone is not null;
