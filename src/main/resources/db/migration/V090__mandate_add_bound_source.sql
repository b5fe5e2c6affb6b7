-- A mandate of a program: it comes from an integration, not from a person's mandate, and ends with the integration.
alter table mandate drop constraint mandate_source_known;
alter table mandate add constraint mandate_source_known
    check (source in ('BOOTSTRAP', 'APPOINTED', 'DELEGATED', 'EARNED', 'VOUCHED', 'BOUND'));
alter table mandate drop constraint mandate_source_is_whole;
alter table mandate add constraint mandate_source_is_whole
    check ((source in ('APPOINTED', 'DELEGATED')) = (granted_under is not null)
       and (source = 'EARNED') = (qualification_id is not null)
       and (source in ('EARNED', 'VOUCHED', 'BOUND')) = (granted_by is null));
-- A program hands nothing on, and always has an end.
alter table mandate add constraint mandate_bound_is_bounded
    check (source <> 'BOUND' or delegation_depth = 0 and valid_until is not null and role is null);

alter table mandate_ending drop constraint mandate_ending_kind_known;
alter table mandate_ending add constraint mandate_ending_kind_known
    check (kind in ('REVOKED', 'HANDED_OVER', 'UNVOUCHED', 'WITHDRAWN', 'UNBOUND'));
