-- Whoever owes anything on a case, as body keys: its owner, and every body with a running clock (a judgement, a supervision
-- order, a report-in). What "mine" in the lists means.

-- @tables
alter table case_file add column owes text[] not null default '{}';
-- The owner of the table is held by its policies too; cases of before are owed by whom they belong to.
alter table case_file no force row level security;
update case_file set owes = array[owner] where owner is not null;
alter table case_file force row level security;
