import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Connected, Owner } from './connected.ts';
import type { OwnerSession } from './migrate.ts';
import { refuseInsideTransaction } from './nesting.ts';
import { checkKeys, type KeyProof } from './own-keys.ts';
import { parsers } from './parsers.ts';
import { appRole, ensureAppRole } from './postgres-role.ts';
import { listenOn } from './postgres-listen.ts';
import { type Profile, profileOf } from './profile.ts';
import type { Tables } from './tables.ts';
import { joinTrips } from './trips.ts';

export interface PostgresOptions {
  /** URL of the owner, who migrates. */
  readonly url: string;
  /** URL of the application role, where somebody else manages it. */
  readonly appUrl?: string;
  /** Password the program gives the application role otherwise. */
  readonly appPassword: string;
  /** Of the installation's keys; without it they are not compared. */
  readonly keyProof?: KeyProof | undefined;
  /** Told of a connection lost while idle; the pool replaces it. */
  readonly lost: (error: Error) => void;
}

// 'gezhi' in ASCII: the key of the lock that one migrating server holds.
const migrationLock = 0x67657a6869;

const ownTypes = { getTypeParser: (oid: number) => parsers[oid] ?? ((text: string) => text) };

const guard: KyselyPlugin = {
  transformQuery: ({ node }) => {
    refuseInsideTransaction();
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};

/** Connection settings of the application role: the owner's place with another user. */
function appConnection(options: PostgresOptions): pg.ClientConfig {
  if (options.appUrl !== undefined) {
    const { user = '', password } = new pg.Client(options.appUrl);
    // Told apart from the address, because a role that is not there yet is made with it.
    return { connectionString: options.appUrl, user, ...(typeof password === 'string' && { password }) };
  }
  const owner = new pg.Client(options.url);
  return {
    host: owner.host,
    port: owner.port,
    database: owner.database ?? '',
    ssl: owner.ssl,
    user: appRole,
    password: options.appPassword,
  };
}

const connectMs = 10_000;
/** The owner makes indexes over whole tables, so more patience is needed; but a dead line does not hold up a start for ever. */
const ownerAnswerMs = 900_000;

async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'gezhi owner',
    types: ownTypes,
    connectionTimeoutMillis: connectMs,
    query_timeout: ownerAnswerMs,
  });
  // Whoever waits for an answer gets the error; this is for the moments between.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Several may read at once, and servers may start meanwhile: it takes no lock. */
async function atOneMoment<T>(url: string, read: (session: OwnerSession) => Promise<T>): Promise<T> {
  const client = await connectOwner(url);
  try {
    await client.query('begin isolation level repeatable read read only');
    const result = await read({
      query: async (sql, values) => (await client.query<Record<string, unknown>>(sql, [...(values ?? [])])).rows,
    });
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

async function withOwner<T>(url: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  const client = await connectOwner(url);
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    return await work({
      query: async (sql, values) => (await client.query<Record<string, unknown>>(sql, [...(values ?? [])])).rows,
      // pg-boss makes its schema in one text of many statements, which goes without parameters only.
      jobs: {
        executeSql: (sql, values) =>
          values === undefined || values.length === 0 ? client.query(sql) : client.query(sql, values),
      },
    });
  } finally {
    await client.end();
  }
}

async function profileAt(owner: Owner): Promise<Profile> {
  const citus = await owner.query("select 1 from pg_extension where extname = 'citus'");
  return profileOf(citus.length > 0 ? 'citus' : 'postgres');
}

/** A statement is broken off by the database after this long. */
const statementMs = 60_000;
/** An answer that has not come by then never will: the line is dead, though nobody said so. The connection goes. */
const answerMs = statementMs + 5_000;

function pool(connection: pg.ClientConfig, max: number, options: PostgresOptions, more: pg.PoolConfig): pg.Pool {
  const made = new pg.Pool({
    ...connection,
    max,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
    query_timeout: answerMs,
    // Making machine code of a plan, or starting processes to share it, takes longer than any of ours runs; times in UTC are
    // read without reckoning.
    options: '-c jit=off -c max_parallel_workers_per_gather=0 -c timezone=UTC',
    // In a pipeline a connection without an answer is destroyed; without one it would go back to the pool.
    pipeline: true,
    ...more,
  });
  // Without listeners a connection that breaks would end the process: the pool hears of the idle ones only.
  made.on('error', options.lost);
  made.on('connect', (client) => client.on('error', options.lost));
  return made;
}

/** Opens PostgreSQL or Citus, makes the application role and signs in as it. */
export async function openPostgres(options: PostgresOptions): Promise<Connected> {
  const connection = appConnection(options);
  const profile = await withOwner(options.url, async (owner) => {
    // Before the role's password, which is made from the keys.
    await checkKeys(owner, options.keyProof);
    await ensureAppRole(owner, connection, options.appUrl !== undefined);
    return profileAt(owner);
  });
  const pools = {
    app: pool(connection, profile.connections, options, { application_name: 'gezhi', types: ownTypes }),
    foreign: pool(connection, 4, options, { application_name: 'gezhi libraries' }),
    jobs: pool(connection, 4, options, { application_name: 'gezhi jobs', ...profile.jobsSession }),
  };
  pools.app.on('connect', joinTrips);
  return {
    profile,
    app: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pools.app }) }),
    foreign: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pools.foreign }), plugins: [guard] }),
    jobs: {
      executeSql: (sql, values) => {
        refuseInsideTransaction();
        return values === undefined || values.length === 0 ? pools.jobs.query(sql) : pools.jobs.query(sql, values);
      },
    },
    withOwner: (work) => withOwner(options.url, work),
    atOneMoment: (read) => atOneMoment(options.url, read),
    listen: (channel, heard) => listenOn(connection, channel, heard),
    notify: async (channel) => {
      await pools.foreign.query(`notify ${channel}`);
    },
    close: async () => {
      await Promise.all(Object.values(pools).map((one) => one.end()));
    },
  };
}
