-- Accounts, the contact data of people, and the records of what was done and shown.
-- The schema `auth` holds what better-auth reads and writes, in its own spelling; its tables are the same at every size
-- and never joined with those of the counties.

-- @tables
create schema auth;

create table auth."user" (
  id text not null primary key,
  -- The sign-in name again: personal names stay with the person.
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  username text unique,
  "twoFactorEnabled" boolean,
  county text not null,
  person text not null
);

create table auth.session (
  id text not null primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);

create table auth.credential (
  id text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);

create table auth.verification (
  id text not null primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);

create table auth."twoFactor" (
  id text not null primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);

-- Wrong tries by account name, whether or not there is such an account. The key is a keyed hash of the name.
create table auth.tries (
  key text not null primary key,
  count integer not null,
  since_at timestamptz not null,
  last_at timestamptz not null
);

-- Codes of authenticators already taken: better-auth takes the same one twice.
create table auth.code_taken (
  account text not null,
  code text not null,
  at timestamptz not null,
  primary key (account, code)
);

-- Invitations and password resets: a link that works once. Only the hash of its secret is kept.
create table auth.one_time_link (
  hash text not null primary key,
  kind text not null,
  county text not null,
  account text not null,
  expires_at timestamptz not null,
  made_at timestamptz not null
);

create table account (
  county text not null,
  -- The id of the user in `auth`.
  id text not null,
  person text not null,
  username text not null,
  -- Code of the area that keeps the person's record.
  area text not null,
  -- 'invited', 'active' or 'locked'.
  state text not null,
  second_factor boolean not null,
  created_at timestamptz not null,
  last_sign_in timestamptz,
  primary key (county, id),
  unique (county, person)
);

create table account_act (
  county text not null,
  id text not null,
  at timestamptz not null,
  account text not null,
  username text not null,
  area text not null,
  act text not null,
  by_person text,
  reason text,
  primary key (county, id)
);

-- The contact data of one person as given on one occasion, each field sealed under a key of their own.
-- Destroying the key forgets the person, here and in every event sealed under it.
create table subject (
  county text not null,
  id text not null,
  area text not null,
  -- The case a reporter's contact belongs to.
  case_id text,
  -- The subject's key, wrapped by the installation's; null once it is destroyed.
  wrapped_key text,
  phone text,
  -- Keyed hash of the number, to find a caller's earlier matters.
  phone_index text,
  phone_verified boolean not null,
  email text,
  name text,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (county, id)
);

create table reveal_log (
  county text not null,
  id text not null,
  at timestamptz not null,
  -- Who was shown it.
  person text not null,
  what text not null,
  subject text not null,
  case_id text,
  area text not null,
  purpose text not null,
  primary key (county, id)
);

create table phone_verification (
  county text not null,
  id text not null,
  phone_index text not null,
  code_hash text not null,
  tries integer not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (county, id)
);

-- @distribute
select create_distributed_table('account', 'county', colocate_with => 'idempotency');
select create_distributed_table('account_act', 'county', colocate_with => 'idempotency');
select create_distributed_table('subject', 'county', colocate_with => 'idempotency');
select create_distributed_table('reveal_log', 'county', colocate_with => 'idempotency');
select create_distributed_table('phone_verification', 'county', colocate_with => 'idempotency');

-- @keys
alter table account add foreign key (county, person) references person (county, id);

-- @indexes
create index "session_userId_idx" on auth.session ("userId");
create index "credential_userId_idx" on auth.credential ("userId");
create index "verification_identifier_idx" on auth.verification (identifier);
create index "twoFactor_secret_idx" on auth."twoFactor" (secret);
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
create index code_taken_at on auth.code_taken (at);
create index one_time_link_account on auth.one_time_link (account);
create index account_username on account (county, username, id);
create index account_act_at on account_act (county, at, id);
create index account_act_account on account_act (county, account, at);
create index subject_phone on subject (county, phone_index) where phone_index is not null;
create index subject_case on subject (county, case_id) where case_id is not null;
create index reveal_log_at on reveal_log (county, at, id);
create index phone_verification_phone on phone_verification (county, phone_index, made_at);

-- @grants
grant usage on schema auth to gezhi_app;
grant select, insert, update, delete on all tables in schema auth to gezhi_app;
grant select, insert, update on account to gezhi_app;
grant select, insert on account_act to gezhi_app;
grant select, insert, update on subject to gezhi_app;
grant select, insert on reveal_log to gezhi_app;
grant select, insert, update, delete on phone_verification to gezhi_app;

-- @policies
alter table account enable row level security;
alter table account force row level security;
create policy scope on account using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or person = nullif(current_setting('gezhi.person', true), '')
  )
)
with check (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table account_act enable row level security;
alter table account_act force row level security;
create policy reading on account_act for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy adding on account_act for insert with check (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and current_setting('gezhi.system', true) = 'on'
);

alter table subject enable row level security;
alter table subject force row level security;
create policy reading on subject for select using (
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
create policy adding on subject for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.filing', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);
create policy changing on subject for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);

alter table reveal_log enable row level security;
alter table reveal_log force row level security;
create policy reading on reveal_log for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or person = nullif(current_setting('gezhi.person', true), '')
  )
);
create policy adding on reveal_log for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or person = nullif(current_setting('gezhi.person', true), '')
  )
);

alter table phone_verification enable row level security;
alter table phone_verification force row level security;
create policy scope on phone_verification using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and current_setting('gezhi.system', true) = 'on'
)
with check (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and current_setting('gezhi.system', true) = 'on'
);
