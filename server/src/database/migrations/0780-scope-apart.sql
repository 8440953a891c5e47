-- Citus sends a worker the whole text that a SET LOCAL stood in: seven in one text went there seven times, each time all.

-- @functions
create or replace function set_scope(scope text) returns void language plpgsql as $$
declare
  given jsonb := scope::jsonb;
begin
  if given ->> 'county' = '*' and given ->> 'system' <> 'on' then
    raise exception 'every county is for the system only';
  end if;
  execute format('set local gezhi.county = %L', given ->> 'county');
  execute format('set local gezhi.area_pattern = %L', given ->> 'area_pattern');
  execute format('set local gezhi.orgs = %L', given ->> 'orgs');
  execute format('set local gezhi.person = %L', given ->> 'person');
  execute format('set local gezhi.case_id = %L', given ->> 'case');
  execute format('set local gezhi.filing = %L', given ->> 'filing');
  execute format('set local gezhi.system = %L', given ->> 'system');
  if given ->> 'role' <> '' then
    execute format('set local role %I', given ->> 'role');
  end if;
end
$$;
