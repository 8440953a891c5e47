-- The desk's list in the order of due times, those without one last: without that order in an index its first page sorted
-- every case in scope. Told by `case`, which is leakproof where `coalesce` is not, so that it is looked up in as well.

-- @indexes
create index case_file_by_due on case_file (county, (case when due_at is null then timestamptz '9999-12-31 00:00:00+00' else due_at end), id);
drop index case_file_due;
