-- What somebody did, for whoever takes out what is held about them.
create index journal_actor_idx on journal (actor_id) where actor_id is not null;
