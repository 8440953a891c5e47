import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { describeTables } from './describe-tables.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { profileOf } from './profile.ts';
import { phases, readMigration, splitStatements } from './statements.ts';
import { openTestDatabase } from './testing.ts';

const db = openOnce(openTestDatabase);

const run = (...migrations: Migration[]) => db.asOwner((owner) => migrate(owner, profileOf('postgres'), migrations));
const tableExists = async (name: string) =>
  (await db.asOwner((owner) => owner.query('select 1 from pg_tables where tablename = $1', [name]))).length === 1;

describe('migrations', () => {
  it('run once, in parts, and are remembered by what they said', async () => {
    const text = '-- @tables\ncreate table probe_a (id text);\n-- @distribute\nselect no_such_function();\n';
    const one = { name: '9000-a.sql', hash: '1', text, before: [] };
    expect(await run(one)).toEqual(['9000-a.sql']);
    expect(await run(one)).toEqual([]);
    expect(await run({ ...one, hash: '3', before: ['0', '1'] })).toEqual([]);
    await expect(run({ ...one, hash: '2' })).rejects.toThrow(/9000-a.sql was changed after it was applied/);
  });

  it('leave nothing behind when they fail', async () => {
    const text = '-- @tables\ncreate table probe_b (id text);\nselect no_such_function();\n';
    await expect(run({ name: '9001-b.sql', hash: '1', text, before: [] })).rejects.toThrow(/9001-b.sql failed/);
    expect(await tableExists('probe_b')).toBe(false);
  });

  it('leave alone what a newer program applied', async () => {
    expect(await run(...(await readMigrations()))).toEqual([]);
  });

  it('name every type that has no parser', async () => {
    await db.asOwner(async (owner) => {
      await owner.query('create table probe_c (odd inet)');
      await expect(describeTables(owner)).rejects.toThrow(/odd has type inet/);
      await owner.query('drop table probe_c');
    });
  });
});

describe('every table', () => {
  /** Tables that belong to no county: the program's own, and catalogues that are the same for all. */
  const ofNoCounty = ['installation', 'migration', 'program_clock'];

  it('of a county has it first in its keys and is guarded by row-level security for its owner too', async () => {
    const rows = await db.asOwner((owner) =>
      owner.query(`
        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded,
               exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'county') as of_county,
               (select string_agg(i.indexrelid::regclass::text, ', ') from pg_index i
                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where i.indrelid = c.oid and i.indisunique and a.attname <> 'county') as other_first
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'probe%'`),
    );
    const tenant = rows.filter((row) => row['of_county'] === true);
    expect(tenant.length).toBeGreaterThan(3);
    expect(tenant.filter((row) => row['guarded'] !== true).map((row) => row['name'])).toEqual([]);
    expect(tenant.filter((row) => row['other_first'] !== null).map((row) => [row['name'], row['other_first']])).toEqual(
      [],
    );
    const others = rows.filter((row) => row['of_county'] !== true).map((row) => String(row['name']));
    expect(others.filter((name) => !ofNoCounty.includes(name))).toEqual([]);
  });

  it('is reached by a role that owns nothing and stands above nothing', async () => {
    const [role] = await db.asOwner((owner) =>
      owner.query(`
        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as above,
               exists (select 1 from pg_class where relowner = pg_roles.oid) as owns
        from pg_roles where rolname = 'gezhi_app'`),
    );
    expect(role).toEqual({ above: false, owns: false });
  });
});

describe('the text of a migration', () => {
  it('is cut at semicolons outside quotes, dollar quotes and comments', () => {
    const sql = `select ';' as a; -- no; here
      create function f() returns void language plpgsql as $body$ begin perform 1; end $body$;
      /* ; */ select "odd;name", $$;$$;`;
    expect(splitStatements(sql)).toEqual([
      "select ';' as a",
      'create function f() returns void language plpgsql as $body$ begin perform 1; end $body$',
      'select "odd;name", $$;$$',
    ]);
    expect(() => splitStatements('select 1; select')).toThrow(/inside a statement/);
  });

  it('has its parts in order', () => {
    expect(readMigration('-- about\n-- @tables\nselect 1;\n-- @policies\nselect 2;')).toEqual([
      { phase: 'tables', sql: 'select 1' },
      { phase: 'policies', sql: 'select 2' },
    ]);
    expect(() => readMigration('select 1;\n-- @tables\n')).toThrow(/before its first/);
    expect(() => readMigration('-- @grants\n-- @tables\n')).toThrow(/out of order/);
    expect(() => readMigration('-- @nonsense\n')).toThrow(/unknown phase/);
    expect(phases[0]).toBe('tables');
  });
});
