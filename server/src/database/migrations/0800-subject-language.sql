-- The language of the page on which somebody reported: what is written to them is written in it.

-- @tables
alter table subject add column language text;
