-- What was slow among a million cases.
-- was 2cc86dc9a887866ade2247ad36d401ef927ddc5141d0021db4a26a0a842e942f: analysed tables that were still empty
-- was 9c83daa19c06e38f2a3e6290e69a9e8f6cb12a7cd080ad30f53297ac0ee53adc: the same in words that Citus does not take

-- @tables
-- Whether bodies of other areas have to do with the case: without them, whoever stands for an area finds what is theirs by the
-- place alone. By the widths of area codes, so that it needs no function of our own; a code of another width counts as other.
alter table case_file add column wide boolean not null generated always as (
  not (array[left(scope_area, 6), left(scope_area, 9), left(scope_area, 12), left(scope_area, 15), left(scope_area, 18), scope_area] @> party_areas)
) stored;

-- @distribute
select run_command_on_shards('case_word', 'alter table %s alter column word set statistics 1000');

-- @keys
-- A range of words is reckoned by the frequent ones that the statistics name, and by nothing where they name too few. Citus takes
-- this for its shards only (above).
do $$
begin
  if not exists (select from pg_extension where extname = 'citus') then
    alter table case_word alter column word set statistics 1000;
  end if;
end
$$;

-- @indexes
create index case_file_merged on case_file (county, merged_into) where merged_into is not null;
create index case_file_wide on case_file (county, reported_at) where wide;
create index case_file_open on case_file (county, reported_at desc, id) where closed_at is null;
create index public_case_newest on public_case (county, reported_at desc);
create index case_file_open_area on case_file (county, scope_area collate "C") where closed_at is null;
create index case_file_category on case_file (county, category collate "C", scope_area collate "C");

-- Not where there is nothing yet: an empty table that was analysed is held for empty by each session that plans before it is
-- analysed again, which the embedded database never does. One that was not is held for ten pages, and looked up in by index.
do $$
begin
  if exists (select 1 from case_file) then
    analyze case_word;
    analyze case_file;
  end if;
end
$$;

-- @policies
-- Words are there to find by, whoever asks: what is found is held against the policy of its case. They had a policy by place alone,
-- by which a department found nothing of its own, and which read the row of each word beside the index.
drop policy scope on case_word;
-- As one `case`, of which the planner expects half the rows to pass: of comparisons joined by `or` it expects next to none, and then
-- fetches each case of a frequent word by itself.
create policy finding on case_word for select using (
  case
    when county = nullif(current_setting('gezhi.county', true), '') or current_setting('gezhi.county', true) = '*' then
      current_setting('gezhi.system', true) = 'on'
      or current_setting('gezhi.finding', true) = 'on'
      or case_id = nullif(current_setting('gezhi.case_id', true), '')
    else false
  end
);
create policy adding on case_word for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);
create policy removing on case_word for delete using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);
