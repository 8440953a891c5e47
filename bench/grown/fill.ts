import type { Client as Connection } from 'pg';
import { community } from '../../world/src/demonstration/cast.ts';
import { namedPlace } from './templates.ts';

/** Where the copies of a county lie: 12 streets of 15 communities; every community has the template's grid. */
const streets = 12;
const communities = 15;
const months = 24;
/** Of a thousand cases so many are closed. */
const closedOfThousand = 970;
/** Characters that name buildings: two of them make 2,500 names. */
const names = '江河湖海山川松柏梅兰竹菊桃李杏梨枫桂荷莲春夏秋冬东南西北金银玉珠龙凤麒麟福禄寿喜安康宁泰和平昌盛';

/** Tables that keep something of every case. What is forgotten after a day (keys, stream) and notices are not among them. */
const children = ['case_event', 'case_clock', 'work_order', 'case_word', 'case_follow', 'public_case'] as const;

interface Column {
  readonly name: string;
  readonly type: string;
}

async function columnsOf(db: Connection, table: string): Promise<readonly Column[]> {
  const { rows } = await db.query<Column>(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows;
}

/** Keeps the templates apart, so that copies are never copied. */
async function keepTemplates(db: Connection): Promise<void> {
  await db.query('create schema if not exists bench');
  for (const table of ['case_file', ...children]) {
    await db.query(`create table if not exists bench.${table} as select * from public.${table}`);
  }
  await db.query(`create table if not exists bench.template as
    select id, number, closed_at is not null as closed, row_number() over (partition by closed_at is not null order by id) as at
    from bench.case_file`);
  await db.query(`create unlogged table if not exists bench.copy (
    n bigint, template text, old_number text, id text, number text, community text, place text, reported_at timestamptz,
    east double precision, north double precision)`);
}

/** Which case is to be copied whereto, in order of time. */
async function plan(db: Connection, from: number, to: number): Promise<void> {
  // Not before all are filled: while one is being written, no row of another counts as seen by everybody.
  for (const table of ['case_file', ...children]) await db.query(`vacuum analyze public.${table}`);
  await db.query('truncate bench.copy');
  await db.query(
    `insert into bench.copy
     with counts as (
       select count(*) filter (where closed) as closed, count(*) filter (where not closed) as open from bench.template
     ), drawn as (
       select n, md5(n::text) as h, ('x' || substr(md5(n::text), 1, 7))::bit(28)::int as a,
              ('x' || substr(md5(n::text), 8, 7))::bit(28)::int as b, ('x' || substr(md5(n::text), 15, 7))::bit(28)::int as c
       from generate_series($1::bigint, $2::bigint) n
     ), timed as (
       select drawn.*, a % 1000 < ${closedOfThousand} as closed,
              case when a % 1000 < ${closedOfThousand}
                then now() - interval '1 day' - (b::float8 / 268435456) * interval '${months} months'
                else now() - (b::float8 / 268435456) * interval '10 days' end as reported_at
       from drawn
     )
     select n, t.id, t.number,
            substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(h, 1, 3) || '-8' || substr(h, 4, 3) || '-' || substr(h, 7, 12),
            to_char(reported_at, 'YYYYMMDD') || '-' || lpad(upper(to_hex(n)), 6, '0'),
            '450802' || lpad((1 + c % ${streets})::text, 3, '0') || lpad((1 + (c / ${streets}) % ${communities})::text, 3, '0'),
            substr($3, 1 + (c / 200) % length($3), 1) || substr($3, 1 + (c / 12000) % length($3), 1),
            reported_at, ((a / 1000) % 1000) / 5000.0, ((c / 7) % 1000) / 5000.0
     from timed cross join counts
     join bench.template t on t.closed = timed.closed and t.at = 1 + c % (case when timed.closed then counts.closed else counts.open end)
     cross join lateral (select lpad(to_hex((extract(epoch from reported_at) * 1000)::bigint), 12, '0') as ms) as clock
     order by reported_at`,
    [from, to, names],
  );
}

/** One of some values by shares of a thousand, drawn by a number of its own for each fact. */
const drawn = (prime: number, shares: readonly (readonly [below: number, value: string])[], last: string): string =>
  `case ${shares.map(([below, value]) => `when c.n * ${prime} % 1000 < ${below} then ${value}`).join(' ')} else ${last} end`;

const rated = (solved: string, satisfied: string): string =>
  `'{"rating": {"solved": "${solved}", "satisfied": "${satisfied}"}}'::jsonb`;

/** A clock of a copy that is running ends hours after its template's: not all copies at one moment. */
const later = (
  clock: string,
): string => `case when t.facts #> '{${clock},due}' is not null and not t.facts -> '${clock}' ? 'doneAt'
    then jsonb_build_object('${clock}', (t.facts -> '${clock}') || jsonb_build_object(
      'due', (t.facts #>> '{${clock},due}')::bigint + (6 + c.n % 240) * 3600000))
    else '{}'::jsonb end`;

/** Most cases went straight; some were handed back, deferred, done again or late; three of ten that are closed are rated. */
const facts = `(t.facts - 'rating')
  || jsonb_build_object(
    'case', c.id,
    'handBacks', ${drawn(
      7919,
      [
        [900, '0'],
        [980, '1'],
      ],
      '2',
    )},
    'deferrals', ${drawn(104_729, [[920, '0']], '1')},
    'reworks', ${drawn(1_299_709, [[930, '0']], '1')})
  || case when t.facts ? 'rating' then ${drawn(
    15_485_863,
    [
      [700, `'{}'::jsonb`],
      [850, rated('yes', 'very')],
      [940, rated('yes', 'fairly')],
      [980, rated('partly', 'fairly')],
    ],
    rated('no', 'no'),
  )} else '{}'::jsonb end
  || case when t.facts #> '{handle,due}' is not null and t.facts #> '{handle,doneAt}' is not null and c.n * 32452843 % 1000 < 120
    then jsonb_build_object('handle', jsonb_build_object(
      'due', (t.facts #>> '{handle,doneAt}')::bigint - 3600000, 'doneAt', t.facts #> '{handle,doneAt}'))
    else '{}'::jsonb end
  || ${later('contact')}
  || ${later('handle')}`;

/** A column of a copy: the template's with ids, number, area and building of its own, and its own times. */
function expression(table: string, { name, type }: Column): string {
  const own: Record<string, string> = {
    [table === 'case_file' || table === 'public_case' ? 'id' : 'case_id']: 'c.id',
    number: 'c.number',
    code_hash: `md5(c.n::text) || md5('follow' || c.n)`,
    longitude: `t.longitude + c.east`,
    latitude: `t.latitude + c.north`,
    reported_at: 'c.reported_at',
    recorded_at: 'c.reported_at + (t.recorded_at - f.reported_at)',
    at: 'c.reported_at + (t.at - f.reported_at)',
    sent_at: 'c.reported_at + (t.sent_at - f.reported_at)',
    updated_at: `c.reported_at + (t.updated_at - f.reported_at) + interval '2 days'`,
    closed_at: `c.reported_at + (t.closed_at - f.reported_at) + interval '2 days'`,
    // Nothing of the stock falls due while it is measured.
    due_at: `t.due_at + (c.n % 240) * interval '1 hour'`,
    facts,
    // The template may have been added up to figures; its copy was not.
    counted_version: 'null::integer',
    counted_light: 'null::text',
  };
  const said = own[name];
  if (said !== undefined) return said;
  if (name === 'word')
    return `case t.word when lower(c.old_number) then lower(c.number)
            when split_part(c.old_number, '-', 1) then split_part(c.number, '-', 1)
            when lower(split_part(c.old_number, '-', 2)) then lower(split_part(c.number, '-', 2))
            else translate(t.word, '${namedPlace}', c.place) end`;
  if (name === 'doc' || name === 'event')
    return `translate(replace(replace(replace(t.${name}::text, c.template, c.id), c.old_number, c.number), '${community}', c.community), '${namedPlace}', c.place)::jsonb`;
  if (type === 'text' && name === 'description') return `translate(t.description, '${namedPlace}', c.place)`;
  if (type === 'text' || type === 'text[]') return `replace(t.${name}::text, '${community}', c.community)::${type}`;
  return `t.${name}`;
}

/** Takes away what would be kept up row by row, and answers how to make it again at once. */
async function dropIndexes(db: Connection, table: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ drop: string; make: string }>(
    `select case when k.oid is null then format('drop index %s', i.indexrelid::regclass)
                 else format('alter table %s drop constraint %I', i.indrelid::regclass, k.conname) end as drop,
            case when k.oid is null then pg_get_indexdef(i.indexrelid)
                 else format('alter table %s add constraint %I %s', i.indrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) end as make
     from pg_index i left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
     where i.indrelid = $1::regclass
       and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)`,
    [`public.${table}`],
  );
  for (const { drop } of rows) await db.query(drop);
  return rows.map(({ make }) => make);
}

/** Writes a table's rows of the copies that are planned, over a connection of its own. */
async function fillTable(connect: () => Promise<Connection>, table: string): Promise<void> {
  const db = await connect();
  try {
    // Nor is each row checked against its case.
    await db.query(
      "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'",
    );
    const makes = await dropIndexes(db, table);
    const columns = await columnsOf(db, `public.${table}`);
    const key = table === 'case_file' || table === 'public_case' ? 'id' : 'case_id';
    await db.query(`insert into public.${table} (${columns.map(({ name }) => name).join(', ')})
      select ${columns.map((column) => expression(table, column)).join(', ')}
      from bench.copy c join bench.case_file f on f.id = c.template join bench.${table} t on t.${key} = c.template
      ${table === 'case_file' ? 'order by c.reported_at' : ''}`);
    for (const make of makes) await db.query(make);
  } finally {
    await db.end();
  }
}

/**
 * Copies the templates until there are so many cases, as the owner of the database: the rows that the program would have
 * written. Cases lie in 180 communities and 24 months, 97 of 100 are closed; how they went is drawn. What is not as in life: a copy's history holds
 * its template's hashes (its chain would not verify; nothing that is measured looks), the times inside history and folded
 * case and how it went are the template's, and pinyin initials of the building are too.
 */
export async function fill(db: Connection, connect: () => Promise<Connection>, cases: number): Promise<void> {
  await keepTemplates(db);
  const { rows } = await db.query<{ count: string }>('select count(*) from case_file');
  const there = Number(rows[0]?.count ?? 0);
  if (there >= cases) return;
  // A stock is made anew if it breaks: no need to wait for the disk.
  for (const set of ['fsync = off', 'full_page_writes = off', "max_wal_size = '8GB'"])
    await db.query(`alter system set ${set}`);
  await db.query('select pg_reload_conf()');
  await plan(db, there + 1, cases);
  await db.query('analyze bench.copy');
  await Promise.all(['case_file', ...children].map((table) => fillTable(connect, table)));
  // Not before all are filled: while one is being written, no row of another counts as seen by everybody.
  for (const table of ['case_file', ...children]) await db.query(`vacuum analyze public.${table}`);
  await db.query('truncate bench.copy');
  for (const set of ['fsync', 'full_page_writes', 'max_wal_size']) await db.query(`alter system reset ${set}`);
  await db.query('select pg_reload_conf()');
  await db.query('checkpoint');
}
