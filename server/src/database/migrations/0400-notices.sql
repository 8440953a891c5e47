-- Notices: what staff have not read yet, and what goes to people outside by SMS or e-mail.

-- @tables
create table notice (
  county text not null,
  id text not null,
  person text not null,
  -- What it tells of; one person is told of it once, however often the work is done again.
  news text not null,
  kind text not null,
  case_id text not null,
  number text not null,
  category text not null,
  detail jsonb not null,
  at timestamptz not null,
  unread boolean not null,
  read_at timestamptz,
  primary key (county, id),
  unique (county, person, news)
);

create table outbox (
  county text not null,
  id text not null,
  news text not null,
  kind text not null,
  -- Whose address and key: erasing the person leaves nothing to read here. Absent where the installation's key seals both.
  subject text,
  recipient text,
  text text not null,
  -- A code or a link that only its recipient may see.
  secret boolean not null,
  case_id text,
  -- Whose staff may see that it was sent.
  area text not null,
  at timestamptz not null,
  state text not null,
  tries integer not null,
  error text,
  sent_at timestamptz,
  primary key (county, id),
  unique (county, news)
);

-- @distribute
select create_distributed_table('notice', 'county', colocate_with => 'idempotency');
select create_distributed_table('outbox', 'county', colocate_with => 'idempotency');

-- @indexes
create index notice_list on notice (county, person, unread, at, id);
create index outbox_list on outbox (county, at, id);
create index outbox_state on outbox (county, state, at);

-- @grants
grant select, insert on notice to gezhi_app;
grant update (unread, read_at) on notice to gezhi_app;
grant select, insert on outbox to gezhi_app;
grant update (state, tries, error, sent_at) on outbox to gezhi_app;

-- @policies
alter table notice enable row level security;
alter table notice force row level security;
create policy scope on notice using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or person = nullif(current_setting('gezhi.person', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or person = nullif(current_setting('gezhi.person', true), '')
  )
);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy reading on outbox for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
-- Whatever somebody does may have to be told, also by whoever asks for a code before signing in.
create policy adding on outbox for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
);
create policy sending on outbox for update using (
  current_setting('gezhi.system', true) = 'on'
  and (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
);
