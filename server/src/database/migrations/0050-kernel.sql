-- What the kernel keeps: answers already given, files, and the events that the live stream reads.

-- @tables
create table idempotency (
  county text not null,
  actor text not null,
  key text not null,
  -- SHA-256 of method, path and body: the same key with another request is refused.
  hash text not null,
  -- The answer, sealed: it may hold a follow code.
  answer text not null,
  at timestamptz not null,
  primary key (county, actor, key)
);

create table file (
  county text not null,
  id text not null,
  -- 'waiting' until it was checked, then 'ready' or 'refused'.
  state text not null,
  reason text,
  format text,
  width integer,
  height integer,
  bytes bigint not null,
  sha256 text,
  person text,
  at timestamptz not null,
  -- Filled when a case takes the file; who may see that case may see the file.
  case_id text,
  area text,
  orgs text[] not null default '{}',
  public boolean not null default false,
  primary key (county, id)
);

create sequence live_position cache 1;

create table live_event (
  county text not null,
  position bigint not null default nextval('live_position'),
  id text not null,
  kind text not null,
  ref text not null,
  area text,
  orgs text[] not null,
  person text,
  data jsonb not null,
  -- Wall-clock time, for keeping and forgetting only; what happened when is in the history.
  at timestamptz not null,
  primary key (county, position)
);

-- What the program's clock was last set to, where it is settable: one row for all counties and processes.
create table program_clock (
  id text primary key,
  shows timestamptz not null,
  real timestamptz not null,
  running boolean not null
);

-- @distribute
select create_reference_table('program_clock');
select create_distributed_table('idempotency', 'county');
select create_distributed_table('file', 'county', colocate_with => 'idempotency');
select create_distributed_table('live_event', 'county', colocate_with => 'idempotency');

-- @indexes
create index idempotency_at on idempotency (county, at);
create index file_case on file (county, case_id);
create index file_loose on file (at) where case_id is null;
-- An upload is resumed by its id alone.
create index file_id on file (id);
create index live_event_at on live_event (county, at);
-- The one reader of a process goes over all counties.
create index live_event_position on live_event (position);

-- @functions
-- Sets who asks, for this transaction only. SET rather than set_config(), which does not reach Citus workers.
create function set_scope(scope text) returns void language plpgsql as $$
declare
  given jsonb := scope::jsonb;
begin
  if given ->> 'county' = '*' and given ->> 'system' <> 'on' then
    raise exception 'every county is for the system only';
  end if;
  execute format(
    'set local gezhi.county = %L; set local gezhi.area_pattern = %L; set local gezhi.orgs = %L; '
      'set local gezhi.person = %L; set local gezhi.case_id = %L; set local gezhi.filing = %L; set local gezhi.system = %L',
    given ->> 'county', given ->> 'area_pattern', given ->> 'orgs',
    given ->> 'person', given ->> 'case', given ->> 'filing', given ->> 'system'
  );
  if given ->> 'role' <> '' then
    execute format('set local role %I', given ->> 'role');
  end if;
end
$$;

-- @grants
grant select, insert, update, delete on idempotency to gezhi_app;
grant select, insert, update, delete on file to gezhi_app;
grant select, insert, delete on live_event to gezhi_app;
grant usage on sequence live_position to gezhi_app;
grant select, insert, update on program_clock to gezhi_app;
grant select on migration to gezhi_app;

-- @policies
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy scope on idempotency using (
  county = nullif(current_setting('gezhi.county', true), '')
  or (current_setting('gezhi.county', true) = '*' and current_setting('gezhi.system', true) = 'on')
);

alter table file enable row level security;
alter table file force row level security;
create policy scope on file using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or public
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or orgs && nullif(current_setting('gezhi.orgs', true), '')::text[]
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
    or person = nullif(current_setting('gezhi.person', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  or (current_setting('gezhi.county', true) = '*' and current_setting('gezhi.system', true) = 'on')
);

alter table live_event enable row level security;
alter table live_event force row level security;
create policy reading on live_event for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or orgs && nullif(current_setting('gezhi.orgs', true), '')::text[]
    or ref = nullif(current_setting('gezhi.case_id', true), '')
    or person = nullif(current_setting('gezhi.person', true), '')
  )
);
create policy writing on live_event for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  or (current_setting('gezhi.county', true) = '*' and current_setting('gezhi.system', true) = 'on')
);
create policy forgetting on live_event for delete using (
  current_setting('gezhi.system', true) = 'on'
  and (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
);
