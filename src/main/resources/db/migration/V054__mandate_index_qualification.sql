-- What somebody's qualifications earned: asked when one is renewed or withdrawn.
create index mandate_qualification_idx on mandate (qualification_id) where qualification_id is not null;
