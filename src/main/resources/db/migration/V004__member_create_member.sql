create table member (
    id         uuid        not null primary key,
    created_at timestamptz not null
);

-- Which accounts speak for a member; issuer_key is a configured name, so that a moved Keycloak keeps its people.
create table identity (
    issuer_key text        not null,
    subject    text        not null,
    member_id  uuid        not null references member,
    created_at timestamptz not null default now(),
    constraint identity_account_once primary key (issuer_key, subject)
);
create index identity_member_idx on identity (member_id);

-- Personal data, apart from the member, so that it can be erased without touching what they did.
create table person (
    member_id uuid   not null primary key references member,
    version   bigint not null,
    name      text   not null,
    email     text,
    phone     text,
    language  text   not null,
    latitude  numeric(4, 2),
    longitude numeric(5, 2),
    constraint person_home_is_whole check ((latitude is null) = (longitude is null)),
    constraint person_latitude_on_earth check (latitude between -90 and 90),
    constraint person_longitude_on_earth check (longitude between -180 and 180)
);
comment on table person is 'Personal data. Read it by name, for a purpose; never copy it elsewhere.';
comment on column person.latitude is 'Two decimals, about a kilometre: enough to find a group, too little to find a door.';

grant select, insert, update on member to ${app-role};
grant select, insert, delete on identity to ${app-role};
grant select, insert, update, delete on person to ${app-role};
