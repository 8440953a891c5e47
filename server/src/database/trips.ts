import { type CompiledQuery, CompiledQuery as Compiled } from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import type { Trx } from './database.ts';

/**
 * Statements whose answer nobody reads travel with the next one that is waited for, at the latest with the commit.
 * Each trip to the database costs more than most statements do; a report is filed in two trips instead of fourteen.
 */
const mark = '/* later */ ';

/** What can be compiled: every query of ours. */
interface Statement {
  compile(): CompiledQuery;
}

/**
 * Runs a statement of a transaction without waiting for it: in its order, and before anything that is read afterwards.
 * What is wrong with it is thrown by the next statement that is waited for, or by the commit; then nothing is written.
 * The embedded database, which is no trip away, runs it at once.
 */
export async function later(trx: Trx, statement: Statement): Promise<void> {
  const { sql, parameters } = statement.compile();
  await laterSql(trx, sql, parameters);
}

/** The same for a statement as text. */
export async function laterSql(trx: Trx, text: string, parameters: readonly unknown[]): Promise<void> {
  await trx.executeQuery(Compiled.raw(mark + text, [...parameters]));
}

interface Waiting {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Statements sent so are the same again and again: the database keeps their plan. */
  readonly name?: string;
}

const begins = (text: string): boolean => text === 'begin' || text.startsWith('start transaction');

const nothing: QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * What has only one plan: inserts, the scope, the answer under a whole key. What chooses rows by an area or a word has not,
 * for a plan made for one may be a bad one for another.
 */
const onePlan = /^\s*(?:insert |select set_\w+\(|update "idempotency" )/i;

/** Plans kept by each connection: a text that varies without end must not fill the database's memory. */
const mostPlans = 100;

/** Characters that wait at most: a list of a hundred thousand rows does not gather in memory. */
const mostWaiting = 500_000;

/** Makes a connection (with `pipeline` on) send what waits together with what is waited for, in one write. */
export function joinTrips(client: PoolClient): void {
  const send = client.query.bind(client) as unknown as (config: Waiting) => Promise<QueryResult>;
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
  const plans = new Map<string, string>();
  let waiting: Waiting[] = [];
  let size = 0;

  function planOf(text: string): { readonly name?: string } {
    if (!onePlan.test(text)) return {};
    const known = plans.get(text) ?? (plans.size < mostPlans ? `gezhi_${plans.size}` : undefined);
    if (known === undefined) return {};
    plans.set(text, known);
    return { name: known };
  }

  async function trip(all: readonly Waiting[]): Promise<QueryResult> {
    stream.cork();
    const answers = all.map((one) => send(one));
    stream.uncork();
    const settled = await Promise.allSettled(answers);
    // The first is the cause; those after it only say that the transaction is over.
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const last = settled.at(-1);
    return last?.status === 'fulfilled' ? last.value : nothing;
  }

  function taken(): readonly Waiting[] {
    const all = waiting;
    waiting = [];
    size = 0;
    return all;
  }

  function query(text: string, values: readonly unknown[] = []): Promise<QueryResult> {
    if (begins(text)) {
      waiting.push({ text, values });
      return Promise.resolve(nothing);
    }
    if (text.startsWith(mark)) {
      const plain = text.slice(mark.length);
      waiting.push({ text: plain, values, ...planOf(plain) });
      size += values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), plain.length);
      if (size < mostWaiting) return Promise.resolve(nothing);
      return trip(taken());
    }
    const before = taken();
    // Nothing was begun yet, so there is nothing to take back.
    if (text === 'rollback' && before.some((one) => begins(one.text))) return Promise.resolve(nothing);
    return trip(text === 'rollback' ? [{ text, values }] : [...before, { text, values, ...planOf(text) }]);
  }

  client.query = ((config: unknown, values?: readonly unknown[], callback?: unknown) =>
    typeof config === 'string' && callback === undefined && (values === undefined || Array.isArray(values))
      ? query(config, values)
      : (send as (...all: unknown[]) => unknown)(config, values, callback)) as typeof client.query;
}
