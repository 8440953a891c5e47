-- Devices on which staff want to be alerted of their notices. The notice itself is read in the app.

-- @tables
create table push_device (
  county text not null,
  person text not null,
  -- Hash of the address: which device it is, without the address, which is a right to write to it.
  mark text not null,
  -- Address and keys of the browser's push service, sealed.
  subscription text not null,
  locale text not null,
  since timestamptz not null,
  primary key (county, person, mark)
);

-- @distribute
select create_distributed_table('push_device', 'county', colocate_with => 'idempotency');

-- @grants
grant select, insert, delete on push_device to gezhi_app;
grant update (subscription, locale, since) on push_device to gezhi_app;

-- @policies
alter table push_device enable row level security;
alter table push_device force row level security;
create policy scope on push_device using (
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
