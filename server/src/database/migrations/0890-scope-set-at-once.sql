-- The scope stands at the head of every transaction. Only a SET LOCAL statement reaches the workers of Citus; elsewhere
-- functions set the same for the transaction in a fifth of the time.

-- @functions
do $choose$
begin
  if exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  create or replace function set_scope(scope text) returns void language plpgsql as $set$
  declare
    given jsonb := scope::jsonb;
  begin
    if given ->> 'county' = '*' and given ->> 'system' is distinct from 'on' then
      raise exception 'every county is for the system only';
    end if;
    perform set_config('gezhi.county', given ->> 'county', true),
      set_config('gezhi.area_pattern', given ->> 'area_pattern', true),
      set_config('gezhi.orgs', given ->> 'orgs', true),
      set_config('gezhi.person', given ->> 'person', true),
      set_config('gezhi.case_id', given ->> 'case', true),
      set_config('gezhi.filing', given ->> 'filing', true),
      set_config('gezhi.system', given ->> 'system', true);
    if given ->> 'role' <> '' then
      perform set_config('role', given ->> 'role', true);
    end if;
  end
  $set$;
  create or replace function set_case(case_id text) returns void language plpgsql as $set$
  begin
    perform set_config('gezhi.case_id', case_id, true);
  end
  $set$;
end
$choose$;
