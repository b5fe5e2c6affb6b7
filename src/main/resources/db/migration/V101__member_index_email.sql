-- Who reads an address: asked by each signup.
create index person_email_idx on person (lower(email)) where email is not null;
