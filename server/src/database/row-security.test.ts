import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeText, type Scope } from './scope.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';

const own = '450802';
const foreign = '450502';
const ownArea = '450802001013';
const foreignArea = '450802002001';

/** What has no county: the program's clock, the list of migrations and the mark of the keys. The tables of the sign-in are in a schema of their own. */
const ofNobody = ['installation', 'migration', 'program_clock'];
/**
 * What one area of a county may read of another: where things are, who holds which post, the rules, what is public. Of
 * residents it holds nothing in clear: follow codes are hashes, answers kept for a key are sealed.
 */
const readAcrossAreas: readonly string[] = [
  'area',
  'area_boundary',
  'care_kind',
  'case_follow',
  'chain_root',
  'idempotency',
  'landmark',
  'leave',
  'organisation',
  'organisation_area',
  'organisation_hand_over',
  'organisation_member',
  'organisation_zone',
  'person',
  'place_word',
  'places_version',
  'post',
  'public_case',
  'rule_set',
  'service_place',
  'service_room',
  'zone',
  'zone_area',
];

let db: TestDatabase;
let tables: string[];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** What is reckoned from them by the database must come out. */
const facts = JSON.stringify({
  state: 'handling',
  reporter: 'resident',
  split: false,
  everAssigned: false,
  handBacks: 0,
  deferrals: 0,
  reworks: 0,
});

/** Something of a column's type; what says where the row belongs says our own county and area. */
function valueFor({ name, type }: Column): string {
  if (name === 'county') return `'${own}'`;
  if (/area$|^at_area$|^reach$|^code$|^desk$/.test(name) && type === 'text') return `'${ownArea}'`;
  if (type.startsWith('_')) return `'{}'`;
  switch (type) {
    case 'text':
      return `'a row'`;
    case 'jsonb':
      return name === 'facts' ? `'${facts}'` : `'{}'`;
    case 'bool':
      return 'false';
    case 'bytea':
      return `'\\x00'`;
    case 'timestamptz':
    case 'date':
      return `'2026-11-20T00:00:00Z'`;
    case 'time':
      return `'09:00'`;
    default:
      return '1';
  }
}

/** A row of our county in every table of a county, whatever it may refer to. */
async function fill(columns: readonly Column[]): Promise<void> {
  await db.asOwner(async (owner) => {
    await owner.query('begin');
    // So that the shards of Citus hear it, too; nothing anywhere else.
    await owner.query("set local citus.propagate_set_commands = 'local'");
    await owner.query('set local session_replication_role = replica');
    for (const [table, all] of Map.groupBy(columns, (column) => column.table)) {
      const names = all.map(({ name }) => `"${name}"`).join(', ');
      await owner.query(`insert into "${table}" (${names}) values (${all.map(valueFor).join(', ')})`);
    }
    await owner.query('commit');
  });
}

beforeAll(async () => {
  db = await openTestDatabase();
  const columns = await db.asOwner((owner) =>
    owner.query(`
      select c.table_name as table, c.column_name as name, c.udt_name as type
      from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and (c.is_nullable = 'NO' or c.column_name in ('area', 'desk'))
      order by c.table_name, c.ordinal_position`),
  );
  const known = columns.map((row) => ({
    table: String(row['table']),
    name: String(row['name']),
    type: String(row['type']),
  }));
  tables = [...new Set(known.map(({ table }) => table))].filter((table) => !ofNobody.includes(table));
  await fill(known.filter(({ table }) => tables.includes(table)));
});
afterAll(() => db.close());

/** Runs plain SQL as the application role, without anything of the program around it, and undoes it. */
function asApplication<T>(work: (ask: (text: string) => Promise<readonly object[]>) => Promise<T>): Promise<T> {
  return db.asOwner(async (owner) => {
    await owner.query('begin');
    try {
      await owner.query("set local citus.propagate_set_commands = 'local'");
      await owner.query('set local role gezhi_app');
      await owner.query("select set_config('gezhi.county', '', true), set_config('gezhi.system', '', true)");
      return await work((text) => owner.query(text));
    } finally {
      await owner.query('rollback');
    }
  });
}

/** The tables of which a scope shows a row. */
function shown(scope: Scope | undefined): Promise<string[]> {
  return asApplication(async (ask) => {
    if (scope !== undefined) await ask(`select set_scope('${scopeText(scope)}')`);
    const seen: string[] = [];
    for (const table of tables) {
      const rows = await ask(`select 1 from "${table}" limit 1`);
      if (rows.length > 0) seen.push(table);
    }
    return seen;
  });
}

describe('every table of a county', () => {
  it('is bound by row-level security, its owner too, and the application role owns none', async () => {
    const found = await db.asOwner((owner) =>
      owner.query(`
        select c.relname as table, c.relrowsecurity as on, c.relforcerowsecurity as forced,
          pg_get_userbyid(c.relowner) as owner, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`),
    );
    const wrong = found
      .filter((row) => tables.includes(String(row['table'])))
      .filter(({ on, forced, owner, policies }) => !on || !forced || owner === 'gezhi_app' || Number(policies) === 0);
    expect(wrong).toEqual([]);
    expect(tables.length).toBeGreaterThan(50);
  });

  it('has the county in its key', async () => {
    const found = await db.asOwner((owner) =>
      owner.query(`
        select table_name as table from information_schema.columns
        where table_schema = 'public' and column_name = 'county' and is_nullable = 'NO'`),
    );
    expect(new Set(found.map((row) => row['table']))).toEqual(new Set(tables));
  });

  it('shows its row to the program itself, so that what follows says something', async () => {
    expect(await shown({ county: own, system: true })).toEqual(tables);
  });

  it('shows nothing without a scope', async () => {
    expect(await shown(undefined)).toEqual([]);
  });

  it('shows nothing to another county, whatever is claimed there', async () => {
    const claimed = { areas: [''], person: 'a', orgs: ['a'], caseId: 'a', filing: true } as const;
    expect(await shown({ county: foreign, ...claimed })).toEqual([]);
    expect(await shown({ county: foreign, system: true })).toEqual([]);
    expect(await shown({ county: foreign, areas: [own, ownArea], person: 'a' })).toEqual([]);
  });

  it('shows another area of the county only what the whole county may read', async () => {
    expect(await shown({ county: own, areas: [foreignArea], person: 'somebody' })).toEqual(readAcrossAreas);
  });

  it('lets another county change and take away nothing', async () => {
    for (const table of tables) {
      const gone = await asApplication(async (ask) => {
        await ask(`select set_scope('${scopeText({ county: foreign, areas: [''], person: 'a' })}')`);
        const tried = await ask(`delete from "${table}" returning 1`).catch((error: unknown) => String(error));
        return typeof tried === 'string' ? /permission denied/.test(tried) : tried.length === 0;
      });
      expect([table, gone]).toEqual([table, true]);
    }
  });
});

describe('the application role', () => {
  it.each([
    'alter table case_file disable row level security',
    'drop policy scope on file',
    'create policy all_of_it on file using (true)',
    'drop table file',
    'truncate file',
    'alter role gezhi_app bypassrls',
    'create table mine (a text)',
    "insert into migration (name, hash) values ('a', 'b')",
    'select * from pg_authid',
  ])('may not: %s', async (statement) => {
    await expect(asApplication((ask) => ask(statement))).rejects.toThrow(
      /permission denied|must be owner|must be super/,
    );
  });

  it('sees no more with the check switched off: it is an error', async () => {
    const off = asApplication(async (ask) => {
      await ask('set local row_security = off');
      return ask('select * from file');
    });
    await expect(off).rejects.toThrow(/row-level security/);
  });

  it('cannot claim every county but as the program itself', async () => {
    const scope = JSON.stringify({ ...JSON.parse(scopeText({ county: own })), county: '*' });
    await expect(asApplication((ask) => ask(`select set_scope('${scope}')`))).rejects.toThrow(/every county/);
  });
});

it('the connection of the program is the application role, where the database has roles', async () => {
  if (db.profile.size === 'pglite') return;
  const [row] = (await sql<{ who: string }>`select current_user as who`.execute(db.libraries.kysely)).rows;
  expect(row?.who).toBe('gezhi_app');
  const { rows } = await sql`select 1 from case_file`.execute(db.libraries.kysely);
  expect(rows).toEqual([]);
});
