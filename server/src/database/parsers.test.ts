import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openOnce } from '../testing.ts';
import { parseArray } from './parsers.ts';
import { openTestDatabase } from './testing.ts';

const db = openOnce(openTestDatabase);

/** SQL expression → what the program reads, at every size. */
const cases: readonly (readonly [expression: string, value: unknown])[] = [
  ['true', true],
  ['7::int2', 7],
  ['7::int4', 7],
  ['9007199254740991::int8', 9007199254740991],
  ["'{1,2}'::int8[]", [1, 2]],
  ['1.5::float8', 1.5],
  ['1.50::numeric', '1.50'],
  ["'1 day 02:03:04'::interval", '1 day 02:03:04'],
  ["'2026-10-08'::date", '2026-10-08'],
  ["'{2026-10-08,2026-10-09}'::date[]", ['2026-10-08', '2026-10-09']],
  ["'2026-10-08 10:00:00.123456+08'::timestamptz", '2026-10-08T02:00:00.123Z'],
  ["array['2026-10-08 10:00+08'::timestamptz]", ['2026-10-08T02:00:00.000Z']],
  ["'infinity'::timestamptz", 'infinity'],
  ["'2026-10-08 10:00:00'::timestamp", '2026-10-08T10:00:00'],
  ["'10:00'::time", '10:00:00'],
  ["'(1,2)'::point", '(1,2)'],
  ["'\\x01ff'::bytea", Uint8Array.from([1, 255])],
  ['\'{"a":[1,null,"二"]}\'::jsonb', { a: [1, null, '二'] }],
  ["'null'::jsonb", null],
  ["array['a','b,\"c\\','', null]::text[]", ['a', 'b,"c\\', '', null]],
  [
    "'{{1,2},{3,4}}'::int4[]",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["'a3c5a8e0-1111-4222-8333-444455556666'::uuid", 'a3c5a8e0-1111-4222-8333-444455556666'],
  ['null::text', null],
  ["'text'::varchar(9)", 'text'],
];

describe('values from the database', () => {
  it.each(cases)('%s', async (expression, value) => {
    const read = await db.transaction({ county: '450802' }, async (trx) => {
      const result = await sql<{ v: unknown }>`select ${sql.raw(expression)} as v`.execute(trx);
      return result.rows[0]?.v;
    });
    expect(read).toStrictEqual(value);
  });

  it('refuses an int8 that no number holds', async () => {
    await expect(
      db.transaction({ county: '450802' }, (trx) => sql`select 9007199254740993::int8 as v`.execute(trx)),
    ).rejects.toThrow(RangeError);
  });

  it('takes what the program writes', async () => {
    const written = { a: '它说“好”\\', n: [1, 2] };
    const read = await db.transaction({ county: '450802' }, async (trx) => {
      const result = await sql<Record<string, unknown>>`
        select ${JSON.stringify(written)}::jsonb as j, ${['a,b', '"']}::text[] as t, ${'2026-10-08T02:00:00.123Z'}::timestamptz as z,
               ${true}::boolean as b, ${1.25}::float8 as f, ${null}::text as n`.execute(trx);
      return result.rows[0];
    });
    expect(read).toStrictEqual({
      j: written,
      t: ['a,b', '"'],
      z: '2026-10-08T02:00:00.123Z',
      b: true,
      f: 1.25,
      n: null,
    });
  });
});

describe('an array literal', () => {
  it('may have bounds before it', () => {
    expect(parseArray('[0:1]={1,2}', Number)).toEqual([1, 2]);
  });
});
