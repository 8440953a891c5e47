-- A matter reported by the code of an area alone has no point. It is open all the same: it stands in the public list.

-- @tables
alter table public_case alter column longitude drop not null;
alter table public_case alter column latitude drop not null;
