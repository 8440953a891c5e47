-- One word that only the keys of this installation make: a server that starts with others is told so, instead of sealing
-- what no other server opens, and giving the application role a password that no other server knows.

-- @tables
create table installation (
  one boolean primary key default true check (one),
  keys text not null
);

-- @distribute
select create_reference_table('installation');
