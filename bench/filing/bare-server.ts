/**
 * The bare handler that filing is held against: Fastify and `pg` with a pool of 16, which writes the rows of a filing in
 * one transaction of prepared inserts and does nothing else. A process of its own, as the program is; its port is said on
 * the first line. Arguments: the database's address and the file with the inserts.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';
import type { Value } from './captured.ts';
import type { Insert } from './rows-as-statements.ts';

const [connectionString = '', file = ''] = process.argv.slice(2);
const inserts = JSON.parse(readFileSync(file, 'utf8')) as readonly Insert[];
const pool = new pg.Pool({ connectionString, max: 16 });
const app = Fastify();

/** A value of this filing: `told` is what tells it from the others, 15 characters. */
function given(value: Value, told: string): string | null {
  if (value === null) return null;
  if ('same' in value) return value.same;
  return 'newId' in value
    ? `${value.newId}-8${told.slice(0, 3)}-${told.slice(3)}`
    : value.newText + String(Number.parseInt(told.slice(0, 13), 16));
}

const isList = (value: Insert['values'][number]): value is readonly Value[] => Array.isArray(value);

app.post<{ Body: { category: string; description: string; place: { area: string } } }>(
  '/api/cases',
  async (request, reply) => {
    const { category, description, place } = request.body;
    if (description === '' || category === '' || place.area === '') return reply.code(400).send({ code: 'empty' });
    const told = randomBytes(8).toString('hex').slice(0, 15);
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const { name, text, values } of inserts) {
        const now = values.map((value) => (isList(value) ? value.map((one) => given(one, told)) : given(value, told)));
        await client.query({ name, text, values: now });
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
    return reply.code(201).send({ id: told, number: `LH-${told}`, state: 'reported', area: place.area });
  },
);

process.once('SIGTERM', () => {
  void app.close().then(() => pool.end());
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
