import { type Kysely, sql, type Transaction } from 'kysely';
import { isRefusal } from '../refusal.ts';
import { channelsOver } from './channels.ts';
import type { Connected } from './connected.ts';
import { insideTransaction, refuseInsideTransaction } from './nesting.ts';
import type { Profile } from './profile.ts';
import { type Scope, scopeText } from './scope.ts';
import type { Tables } from './tables.ts';
import { laterSql } from './trips.ts';

/** One transaction. Stores take it explicitly; there is no other way to reach the tables. */
export type Trx = Transaction<Tables>;

export interface TransactionOptions {
  /** One picture of the whole for every statement: exports, backup. */
  readonly snapshot?: boolean;
}

export interface Database {
  readonly profile: Profile;
  /**
   * Runs work in one transaction under a scope. A thrown error or a `Refusal` as result rolls everything back.
   * A deadlock or serialisation failure runs `work` again, so its effects outside the database belong in `afterCommit`.
   * @throws Error when called inside another transaction.
   */
  transaction<T>(scope: Scope, work: (trx: Trx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Connections for a library that keeps tables of its own (accounts, jobs), with the driver's own types; never for ours. */
  readonly libraries: { readonly kysely: Kysely<unknown>; readonly jobs: Connected['jobs'] };
  /** Hears what any server process told on a channel, this one included; answers how to stop. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  /** Tells every server process; those in a hurry of their own are told together. */
  notify(channel: string): Promise<void>;
  /** Whether the database answers. */
  ping(): Promise<boolean>;
  /** For a backup: reads everything as the owner, at one moment. */
  readonly atOneMoment: Connected['atOneMoment'];
  /** Frees the room of rows that are gone, where the database does not do so itself; answers the tables. */
  readonly vacuum?: () => Promise<readonly string[]>;
  /** The embedded database as one file. */
  readonly dump?: () => Promise<Blob>;
  close(): Promise<void>;
}

interface Afterwards {
  readonly effects: (() => void)[];
  readonly channels: Set<string>;
}

const afterwards = new WeakMap<Trx, Afterwards>();

function afterwardsOf(trx: Trx): Afterwards {
  const found = afterwards.get(trx);
  if (found === undefined) throw new Error('this needs the transaction that Database.transaction gave');
  return found;
}

/** Has `effect` run once the transaction is committed, and not at all when it is rolled back. */
export function afterCommit(trx: Trx, effect: () => void): void {
  afterwardsOf(trx).effects.push(effect);
}

/** Has every server process told on a channel once the transaction is committed. */
export function notifyAfterCommit(trx: Trx, channel: string): void {
  afterwardsOf(trx).channels.add(channel);
}

const scopes = new WeakMap<Trx, string>();

/**
 * Runs a part of a transaction as the program itself: what follows by rule from somebody's act reaches rows that are
 * not theirs to see (the parent of their case, whoever has to be told). Never for what the asker is shown.
 */
export async function asSystem<T>(trx: Trx, county: string, work: () => Promise<T>): Promise<T> {
  const own = scopes.get(trx);
  if (own === undefined) throw new Error('asSystem needs the transaction that Database.transaction gave');
  // The role stays what it is: the scope widens, the rights of the role do not.
  const opened = await sql<{ id: string | null }>`select current_setting('gezhi.case_id', true) as id`.execute(trx);
  await sql`select set_scope(${scopeText({ county, system: true })})`.execute(trx);
  const result = await work();
  await sql`select set_scope(${own})`.execute(trx);
  const id = opened.rows[0]?.id ?? '';
  if (id !== '') await sql`select set_case(${id})`.execute(trx);
  return result;
}

/** Carries a refusal out of the driver's transaction, which rolls back only when something is thrown. */
class RolledBack extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super('refused');
    this.refusal = refusal;
  }
}

const passing = new Set(['40001', '40P01']);
const tries = 4;

function isPassing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && passing.has(String(error.code));
}

/** The program's database over an open one. */
export function databaseOver(connected: Connected): Database {
  const { app, profile } = connected;
  const channels = channelsOver(connected);
  let closed = false;

  async function once<T>(scope: string, work: (trx: Trx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const after: Afterwards = { effects: [], channels: new Set() };
    const starting =
      options.snapshot === true ? app.transaction().setIsolationLevel('repeatable read') : app.transaction();
    const result = await insideTransaction(() =>
      starting.execute(async (trx) => {
        afterwards.set(trx, after);
        scopes.set(trx, scope);
        await laterSql(trx, 'select set_scope($1)', [scope]);
        const value = await work(trx);
        if (isRefusal(value)) throw new RolledBack(value);
        return value;
      }),
    );
    for (const channel of after.channels) void channels.notify(channel);
    for (const effect of after.effects) effect();
    return result;
  }

  async function transaction<T>(
    scope: Scope,
    work: (trx: Trx) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    refuseInsideTransaction();
    // The embedded driver leaves a promise unheard when it cannot begin, which would end the process.
    if (closed) throw new Error('the database is closed');
    const text = scopeText(scope, profile.takesRole);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(text, work, options);
      } catch (error) {
        if (error instanceof RolledBack) return error.refusal as T;
        if (!isPassing(error) || attempt === tries) throw error;
      }
    }
  }

  return {
    profile,
    transaction,
    libraries: { kysely: connected.foreign, jobs: connected.jobs },
    atOneMoment: connected.atOneMoment,
    listen: channels.listen,
    notify: channels.notify,
    ping: async () => {
      try {
        await sql`select 1`.execute(app);
        return true;
      } catch {
        return false;
      }
    },
    ...(connected.dump === undefined ? {} : { dump: connected.dump }),
    ...(connected.vacuum === undefined ? {} : { vacuum: connected.vacuum }),
    close: async () => {
      closed = true;
      await channels.stop();
      await connected.close();
    },
  };
}
